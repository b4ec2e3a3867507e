"""The pages that lead from a partner to an agreed partnership."""
