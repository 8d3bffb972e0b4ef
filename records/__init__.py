"""The nouns of the house: what flows from one room to the next, and the errors that may stop it."""
