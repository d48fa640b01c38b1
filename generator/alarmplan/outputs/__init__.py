"""What is written: the site, the sheets, reports, the schema for editors. Only outputs write."""

from alarmplan.model.trouble import CallerError


class OutputError(CallerError):
    """The caller's file or folder cannot be written."""
