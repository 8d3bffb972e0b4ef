"""One file a record system."""
