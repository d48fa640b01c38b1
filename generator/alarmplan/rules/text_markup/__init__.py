from __future__ import annotations

import re
from collections.abc import Iterator

from alarmplan.model.document import Document
from alarmplan.model.evidence import Evidence
from alarmplan.model.kinds.communication import Template
from alarmplan.model.message import is_placeholder
from alarmplan.model.passage import Passage
from alarmplan.rules.check import Fault, fault, judges
from alarmplan.rules.wording import short, spotted, without_code

# Names that nobody would choose for something to be filled in. Others, as in <Name> or <Link>, are tags only
# where they close or have attributes.
_TAGS = (
    "a|b|blockquote|br|center|div|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|script|span|strong|sub|sup|svg|t[dhr]"
    "|u|ul"
)
_WORDS = "body|button|code|details|embed|form|head|html|input|link|mark|meta|object|style|summary|table|video"
_ENTITIES = (
    "[lg]t|amp|quot|apos|nbsp|shy|[aou]uml|szlig|euro|[nm]dash|hellip|[lrb][sd]quo|#[0-9]{1,6}|#x[0-9a-f]{1,5}"
)
_MARKUP = re.compile(
    rf"</?(?:{_TAGS})(?:\s[^<>]*)?/?>|</(?:{_WORDS})\s*>|<(?:{_WORDS})\s+[\w-]+\s*=[^<>]*>|<!--|<!doctype\b"
    rf"|&(?:{_ENTITIES});|\{{%|%\}}|<%|%>|\$\{{[^{{}}\n]*\}}|\{{\{{[^{{}}\n]*\}}\}}",
    re.IGNORECASE,
)
# In a short text; a message may go to a chat that knows it. One asterisk alone is common: `Kund*innen`.
_STRONG = re.compile(r"\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*")
_SIGNS = ("<", "&", "{{", "${", "{%", "%}", "%>", "**")


@judges(Document)
def check(evidence: Evidence, document: Document) -> Iterator[Fault]:
    declared = {field.id for field in document.fields} if isinstance(document, Template) else set()

    def look(passage: Passage, text: str) -> Iterator[str]:
        for match in _MARKUP.finditer(without_code(text)):
            if passage.form != "message" or not _is_field(match.group(), declared):
                yield match.group()
        if passage.form == "label":
            yield from _STRONG.findall(without_code(text))

    for spot in spotted(evidence, document, _SIGNS, look):
        yield fault(spot.places, {"text": short(spot.words, 30)})


def _is_field(markup: str, declared: set[str]) -> bool:
    """In a message `${amount}` is a dollar and a field; a field that there is not is a mistake of its own."""
    if markup.startswith("${"):
        return is_placeholder(markup[2:-1])
    name = markup.strip("{}")
    return markup.startswith("{{") and is_placeholder(name.strip()) and name not in declared
