"""Knows record systems: HTTP, feeds, HTML, PDF, Word."""
