"""Words and numbers that a person may change, and the loaders that check them."""
