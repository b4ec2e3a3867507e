"""What was agreed with whom: a table, and beside it one partnership in words."""
