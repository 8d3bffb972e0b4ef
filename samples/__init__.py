"""Made-up councils, and a server that answers as the real systems do."""
