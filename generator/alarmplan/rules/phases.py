"""The order of the phases of an update, as rules about them see it."""

from __future__ import annotations

from alarmplan.model.kinds.severity_matrix import Update


def disordered(update: Update) -> tuple[int, int] | None:
    """The phase before, and the first that never comes since the one before lasts as long or has no end.

    A phase that depends on a status comes with the status, the first time it is named.
    """
    before: int | None = None
    of_status: dict[str, int] = {}
    for after, phase in enumerate(update.phases):
        if phase.while_:
            if phase.while_ in of_status:
                return of_status[phase.while_], after
            if not phase.until:
                of_status[phase.while_] = after
            continue
        if before is not None:
            last = update.phases[before].until
            if not last or last.is_none:
                return before, after
            late = last.longer_by(phase.until) if phase.until else None
            if (late is not None and late >= 0) or (phase.until and last.outlasts(phase.until)):
                return before, after
        before = after
    return None
