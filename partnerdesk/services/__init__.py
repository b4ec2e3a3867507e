"""Use-cases that carry a rule; the one way from the window and the command line to data."""
