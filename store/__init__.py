"""Knows SQL, as the only room."""
