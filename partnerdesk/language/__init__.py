"""Polish and English wording: salutations, forms, typography, dates and the texts of the interface."""
