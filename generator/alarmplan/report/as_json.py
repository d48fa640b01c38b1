"""JSON that can neither command a terminal nor hide anything: what is not printed stands as its number."""

from __future__ import annotations

import json
from typing import Any


def as_json(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    if not text.replace("\n", "").isprintable():
        text = "".join(c if c == "\n" or c.isprintable() else json.dumps(c)[1:-1] for c in text)
    return text.replace("##", "#\\u0023") + "\n"  # no command to a build server either
