"""How right the records are: annotated documents in, figures and misses out."""
