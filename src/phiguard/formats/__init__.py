"""One module per format. A format turns a source into chunks of blocks; picked by content first, suffix second."""
