"""Records and rules of partnerships; standard library only."""
