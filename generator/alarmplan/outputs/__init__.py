"""What is written: the site, the sheets. Only outputs write."""
