"""Services: the stories; the only code that combines rooms."""
