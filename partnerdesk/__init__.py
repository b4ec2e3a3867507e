"""PartnerDesk: partnerships of a small business, in one window and one file."""

__version__ = "0.1.0"
