"""Where a playbook comes from: path → bytes. Only sources and the command line read."""

SUFFIXES = (".yaml", ".yml")


class SourceError(Exception):
    """The caller asked for something that is not there; the message is for him, one line."""
