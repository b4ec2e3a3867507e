"""The workspace file: opening, migrating, backing up, and its tables as typed records."""
