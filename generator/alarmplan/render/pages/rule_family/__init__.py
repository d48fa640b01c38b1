from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alarmplan.model.manual import Family, Manual, RuleManual
from alarmplan.render import addresses
from alarmplan.render.make_page import make_page
from alarmplan.render.markdown import Markdown
from alarmplan.render.page import Page
from alarmplan.render.reference import change, described, listing
from alarmplan.render.view import View


def pages(view: View) -> Iterator[Page]:
    """One for each group: a page for each rule would make even a small site a large one."""
    for family in view.manual.families:
        yield _page(view, family)


def _page(view: View, family: Family) -> Page:
    manual = view.manual
    return make_page(
        view,
        "rule_family",
        addresses.rule_page(family.id),
        f"{manual.labels['families']}: {family.title}",
        search_boost=addresses.REFERENCE_BOOST,
        description=family.description,
        up=(addresses.RULES, manual.labels["families"]),
        labels=manual.labels,
        family=family,
        rules=[_rule(manual, rule) for rule in family.rules],
        examples=addresses.EXAMPLES if any(rule.examples for rule in family.rules) else None,
        base=described(manual.labels["base"]),
        guilty=manual.labels["guilty"].format(mark="▶"),
    )


def _rule(manual: Manual, rule: RuleManual) -> Mapping[str, Any]:
    return {
        "rule": rule,
        "severity": manual.labels[f"severity_{rule.severity}"],
        "change": change(manual, rule),
        "examples": _examples(manual, rule),
    }


def _examples(manual: Manual, rule: RuleManual) -> Sequence[tuple[str, Sequence[Markdown]]]:
    return [
        (f"{manual.labels[example.verdict]}: {example.title}", [listing(file) for file in example.files])
        for example in rule.examples
    ]
