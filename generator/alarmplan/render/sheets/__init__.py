"""The registry of sheets: one line each. A kind of sheet is a folder: its data, its Typst template."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from alarmplan.render.sheet import Sheet
from alarmplan.render.sheets import call_list, checklist
from alarmplan.render.view import View

SHEETS: tuple[Callable[[View], Iterable[Sheet]], ...] = (call_list.sheets, checklist.sheets)
