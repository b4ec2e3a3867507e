"""Importing partners: the file, its columns, what would happen, what happened."""
