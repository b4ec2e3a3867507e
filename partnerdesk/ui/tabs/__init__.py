"""One module or folder per tab; tabs do not know each other."""
