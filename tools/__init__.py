"""Builds what ships from its sources: data files, documents, the tagger's weights."""
