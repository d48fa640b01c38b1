from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from alarmplan.model.playbook import Key, Playbook


def review_dates(playbook: Playbook) -> Mapping[Key, date]:
    """The day by which each document that says so has to be reviewed again."""
    return {
        Key(document.kind, document.id): due
        for document in playbook.documents
        if document.reviewed and document.review_every
        if (due := document.review_every.after(date.fromisoformat(document.reviewed)))
    }
