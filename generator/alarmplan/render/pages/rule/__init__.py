from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.manual import Family, RuleManual
from alarmplan.render import addresses
from alarmplan.render.make_page import make_page
from alarmplan.render.page import Page
from alarmplan.render.reference import listing
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    for family in view.manual.families:
        for rule in family.rules:
            yield _page(view, family, rule)


def _page(view: View, family: Family, rule: RuleManual) -> Page:
    manual = view.manual
    return make_page(
        view,
        "rule",
        addresses.rule_page(rule.id),
        f"{manual.labels['rule']} {rule.id}",
        search_boost=addresses.REFERENCE_BOOST,
        description=rule.message,
        up=(addresses.RULES, manual.labels["families"]),
        family=(f"{addresses.RULES}#{family.id}", family.title),
        labels=manual.labels,
        rule=rule,
        severity=manual.labels[f"severity_{rule.severity}"],
        change=manual.labels["locked" if rule.locked else "unlocked"].format(rule=rule.id),
        examples=[
            (
                f"{manual.labels[example.verdict]}: {example.title}",
                [listing(manual, file) for file in example.files],
            )
            for example in rule.examples
        ],
    )
