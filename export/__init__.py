"""Knows documents and tables that leave the house."""
