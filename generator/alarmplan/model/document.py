"""What every document of a playbook has in common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from alarmplan.model.duration import Duration
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One file of the playbook. Ids are unique per kind; `owner` is the id of a role.

    Fields are named as the keys of the YAML, with an underscore behind a word of Python (`from_`).
    """

    kind: str
    id: str
    title: Text
    owner: str | None = None
    reviewed: str | None = None
    review_every: Duration | None = None
    visibility: Literal["internal", "public"] = "internal"
    tags: tuple[str, ...] = ()
    source: Text | None = None
