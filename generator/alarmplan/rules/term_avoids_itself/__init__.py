from __future__ import annotations

from collections.abc import Iterator, Mapping

from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.organisation import Organisation
from alarmplan.rules.check import Fault, judges
from alarmplan.rules.term_names import Said, names, placed_terms, said

_Names = Mapping[tuple[str, str], Said]


@judges(Organisation)
def check(evidence: Evidence, _: Organisation) -> Iterator[Fault]:
    """One finding for each entry of `avoid`, in however many languages. Synonyms of others are right words too."""
    right: dict[tuple[str, str], Said] = {}
    for glossary, index, _term in placed_terms(evidence):
        for name in names(evidence, glossary, index):
            right.setdefault(name.key, name)
    for glossary, index, term in placed_terms(evidence):
        for number, avoid in enumerate(term.avoid):
            entry = tuple(said(evidence, glossary, index, avoid, "avoid", number))
            if clash := next(((bad, right[bad.key]) for bad in entry if _clashes(bad, right)), None):
                bad, good = clash
                params = {"words": bad.words, "id": term.id, "term": good.term}
                yield Fault(bad.place, params, (good.place,))


def _clashes(avoided: Said, right: _Names) -> bool:
    """Another spelling of a term's own name may well be what is to be avoided: `Devops` for `DevOps`."""
    good = right.get(avoided.key)
    if good is None or good.term != avoided.term:
        return good is not None
    return _begun(good.words) == _begun(avoided.words)


def _begun(words: str) -> str:
    """As it begins a sentence."""
    return words[:1].upper() + words[1:]
