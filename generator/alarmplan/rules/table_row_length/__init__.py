from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.page import ProsePage, Table
from alarmplan.model.place import Place, Route
from alarmplan.rules.check import Fault, judges


@judges(ProsePage)
def check(evidence: Evidence, page: ProsePage) -> Iterator[Fault]:
    for number, section in enumerate(page.sections):
        if section.table:
            yield from _table(section.table, evidence.playbook.path(page), ("sections", number, "table"))


def _table(table: Table, path: str, route: Route) -> Iterator[Fault]:
    """One finding per row; where all rows agree against the columns, the columns are the one mistake."""
    columns, lengths = len(table.columns), [len(row) for row in table.rows]
    rows = [Place(path, (*route, "rows", index)) for index in range(len(lengths))]
    if len(rows) > 1 and set(lengths) != {columns} and len(set(lengths)) == 1:
        params = {"columns": columns, "cells": lengths[0]}
        place = Place(path, (*route, "columns"))
        yield Fault(place, params, tuple(rows))
        return
    for place, cells in zip(rows, lengths, strict=True):
        if cells != columns:
            yield Fault(place, {"columns": columns, "cells": cells})
