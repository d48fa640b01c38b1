"""What is written: the site, the sheets, reports, the schema for editors. Only outputs write."""


class OutputError(Exception):
    """The caller's file or folder cannot be written; the message is for him, one line."""
