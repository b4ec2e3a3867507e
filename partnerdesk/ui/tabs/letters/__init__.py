"""Letters: what is said to whom on the left, the page as it will be printed on the right."""
