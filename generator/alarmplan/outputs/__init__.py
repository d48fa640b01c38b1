"""What is written: the site, the sheets, the schema for editors. Only outputs write."""

from __future__ import annotations


class OutputError(Exception):
    """The caller's file or folder cannot be written; the message is for him, one line."""
