"""Lets rules judge a playbook."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding, Findings
from alarmplan.model.playbook import Playbook
from alarmplan.rules import RULES, Rule


@dataclass(frozen=True, slots=True)
class Failure:
    """A mistake of ours: the check of `rule` could not cope with the file at `path`."""

    rule: str
    path: str
    error: Exception


def judge(
    evidence: Evidence, rules: Iterable[Rule] = tuple(RULES.values())
) -> tuple[Findings, tuple[Failure, ...]]:
    """What the rules find in a resolved playbook; a check that fails takes no other with it."""
    findings: list[Finding] = []
    failures: list[Failure] = []
    playbook = evidence.playbook
    for rule in rules:
        documents = _judged(rule, playbook)
        check = rule.check if documents else None
        if check is None or check.reads & playbook.incomplete:
            continue
        for document in documents:
            try:
                findings.extend(
                    Finding(rule.id, fault.place, fault.params, tuple(fault.related), repeated=fault.repeated)
                    for fault in check.find(evidence, document)
                )
            except Exception as error:  # noqa: BLE001 # reported with its rule and file
                failures.append(Failure(rule.id, playbook.path(document), error))
    return tuple(findings), tuple(failures)


def _judged(rule: Rule, playbook: Playbook) -> Collection[Document]:
    if rule.about is None:
        return ()
    return playbook.documents if rule.about is Document else playbook.of(rule.about).values()
