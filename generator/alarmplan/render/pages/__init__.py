"""The registry of pages, in reading order: first what to do, then why. Each is a folder of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from alarmplan.render.page import Page
from alarmplan.render.pages import (
    audiences,
    chain,
    chains,
    channels,
    checklist,
    checklists,
    communication,
    decisions,
    information_package,
    information_packages,
    kind,
    kinds,
    organisation,
    process,
    processes,
    role,
    roles,
    rule,
    rules,
    service,
    services,
    severity,
    severity_matrix,
    situation,
    situations,
    start,
    templates,
    triggers,
    upkeep,
)
from alarmplan.render.pages import template as message_template
from alarmplan.render.view import View

PAGES: tuple[Callable[[View], Iterable[Page]], ...] = (
    start.pages,
    situations.pages,
    situation.pages,
    severity.pages,
    severity_matrix.pages,
    chains.pages,
    chain.pages,
    triggers.pages,
    checklists.pages,
    checklist.pages,
    roles.pages,
    role.pages,
    decisions.pages,
    communication.pages,
    templates.pages,
    message_template.pages,
    audiences.pages,
    channels.pages,
    information_packages.pages,
    information_package.pages,
    services.pages,
    service.pages,
    processes.pages,
    process.pages,
    upkeep.pages,
    organisation.pages,
    kinds.pages,
    kind.pages,
    rules.pages,
    rule.pages,
)
