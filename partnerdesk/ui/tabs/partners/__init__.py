"""The partner directory: a table, and beside it one partner to read or to edit."""
