from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from alarmplan.model.document import Document
from alarmplan.model.duration import Duration
from alarmplan.model.intake import Intake
from alarmplan.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class CommittedTimes:
    """No severities: all of them. Times run from the clock start of the commitment, in its calendar."""

    severities: tuple[str, ...] = ()
    first_response: Duration | None = None
    solution: Duration | None = None
    binding: Literal["target", "guarantee"] = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """What one contract promises."""

    id: str
    title: Text
    by: Text | None = None
    to: Text | None = None
    paid: bool = False
    calendar: str | None = None
    clock_start: Literal["reported", "acknowledged", "classified"] = "reported"
    intake: tuple[Intake, ...] = ()
    targets: tuple[CommittedTimes, ...] = ()
    availability: Text | None = None
    consequence: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Service(Document):
    """Its owner is the owner of the document. `provides` names the infrastructure that fails with it."""

    purpose: Text | None = None
    criticality: Literal["critical", "high", "medium", "low"]
    severity_matrix: str | None = None
    chain: str | None = None
    operated_by: str | None = None
    depends_on: tuple[str, ...] = ()
    provides: tuple[str, ...] = ()
    fallback: Text | None = None
    commitments: tuple[Commitment, ...] = ()
