"""Trains the tagger of persons, places, facilities and organisations; see `python -m tools.train_tagger --help`."""
