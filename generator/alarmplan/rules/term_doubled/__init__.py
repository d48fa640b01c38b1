from __future__ import annotations

from collections.abc import Iterator

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.term_names import Said, names, placed_terms


@judges(Organisation)
def check(evidence: Evidence, _organisation: Organisation) -> Iterator[Fault]:
    """One finding for each two terms, however many words they share, at the later of them."""
    first: dict[tuple[str, str], Said] = {}
    for glossary, index, term in placed_terms(evidence):
        shared: dict[str, list[tuple[Said, Said]]] = {}
        for name in names(evidence, glossary, index):
            earlier = first.setdefault(name.key, name)
            if earlier.term != term.id:
                shared.setdefault(earlier.term, []).append((name, earlier))
        for other, pairs in shared.items():
            words = ", ".join(dict.fromkeys(name.words for name, _earlier in pairs))
            name, earlier = pairs[0]
            params = {"words": words, "id": term.id, "first": other}
            yield Fault(name.place, params, (earlier.place,))
