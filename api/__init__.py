"""The HTTP entrance: translates requests into stories and their results into answers."""
