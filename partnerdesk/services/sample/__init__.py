"""A believable small business, to look around in."""

from partnerdesk.services.sample.writing import write_sample

__all__ = ["write_sample"]
