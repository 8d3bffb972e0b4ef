"""Knows human language: text in, findings out. Pure functions: no files, clock or network."""
