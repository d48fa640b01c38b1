from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.finding import Finding
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.model.playbook import Key
from alarmplan.rules.check import judges

_HYPHEN = re.compile("(?<![0-9])-|-(?![0-9])")  # `1-1` and `11` are two numbers
_SHOWN = 5  # further places of one finding


@judges(Organisation)
def check(evidence: Evidence, _: Organisation) -> Iterator[Finding]:
    """One finding for all ids that sound the same, at the one that the fewest refer to: likely the slip."""
    alike: dict[Key, list[Key]] = {}
    for key in evidence.playbook.declared:
        sound = Key(key.kind, _HYPHEN.sub("", key.id), key.scope) if "-" in key.id else key
        alike.setdefault(sound, []).append(key)
    for keys in alike.values():
        if len(keys) > 1:
            yield _finding(evidence, keys)


def _finding(evidence: Evidence, keys: list[Key]) -> Finding:
    uses, declared = evidence.facts.uses, evidence.playbook.declared
    slip = min(reversed(keys), key=lambda key: len(uses.get(key, ())))
    others = [key for key in keys if key != slip]
    params = {"kind": slip.kind, "id": slip.id, "alike": ", ".join(key.id for key in others)}
    return Finding("id-alike", declared[slip], params, tuple(declared[key] for key in others[:_SHOWN]))
