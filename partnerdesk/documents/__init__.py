"""PDF documents and their pictures."""
