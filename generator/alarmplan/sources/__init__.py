"""Where a playbook comes from: path → bytes. Only sources and the command line read."""

from alarmplan.model.source import intended_name
from alarmplan.model.trouble import CallerError

SUFFIXES = (".yaml", ".yml")


class SourceError(CallerError):
    """The caller asked for something that is not there."""


class RefusedFileError(Exception):
    """One file of the playbook cannot be had; `rule` says why, the others are read."""

    def __init__(self, rule: str) -> None:
        super().__init__(rule)
        self.rule = rule


def is_wanted(name: str) -> bool:
    """Whether it is named like a YAML file, or is meant to be."""
    return intended_name(name).endswith(SUFFIXES)


def printable(path: str) -> str:
    """`path` as it can be shown: what is no printable character, or no character at all, as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in path)
