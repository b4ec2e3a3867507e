"""Pieces of the window that more than one place uses."""
