"""The registry of pages, in reading order: first what to do, then why. Each is a folder of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from alarmplan.render.page import Page
from alarmplan.render.pages import (
    audiences,
    call_list,
    chain,
    chains,
    channels,
    checklist,
    checklists,
    communication,
    decisions,
    glossary,
    information_package,
    information_packages,
    kind,
    kinds,
    organisation,
    prose_page,
    role,
    roles,
    rule,
    rules,
    severity,
    severity_matrix,
    start,
    talks,
    templates,
    triggers,
    upkeep,
)
from alarmplan.render.pages import template as message_template
from alarmplan.render.view import View

PAGES: tuple[Callable[[View], Iterable[Page]], ...] = (
    start.pages,
    severity.pages,
    severity_matrix.pages,
    chains.pages,
    chain.pages,
    call_list.pages,
    checklists.pages,
    checklist.pages,
    triggers.pages,
    roles.pages,
    role.pages,
    decisions.pages,
    talks.pages,
    communication.pages,
    templates.pages,
    message_template.pages,
    audiences.pages,
    channels.pages,
    information_packages.pages,
    information_package.pages,
    prose_page.pages,
    glossary.pages,
    upkeep.pages,
    organisation.pages,
    kinds.pages,
    kind.pages,
    rules.pages,
    rule.pages,
)
