"""What partnerships brought."""
