"""Speed, as ratios measured in one run: a machine's noise cancels, its figure in seconds does not."""
