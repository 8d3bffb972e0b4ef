"""Knows browsers. Nothing is served yet."""
