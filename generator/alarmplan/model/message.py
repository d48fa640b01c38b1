"""Messages with placeholders: `{field-id}` stands for what the sender fills in."""

from __future__ import annotations

import re

_PLACEHOLDER = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")


_BRACES = re.compile(r"\{([^{}\n]*)\}")


def placeholders(message: str) -> list[str]:
    """What stands in braces, whether or not a field can be called so."""
    return _BRACES.findall(message)


def is_placeholder(name: str) -> bool:
    """Whether `{name}` is filled in, if there is a field of this name."""
    return _PLACEHOLDER.fullmatch(f"{{{name}}}") is not None


def split_message(message: str) -> list[tuple[str, bool]]:
    """Pieces of a message; True marks the id of a placeholder."""
    return [(piece, index % 2 == 1) for index, piece in enumerate(_PLACEHOLDER.split(message)) if piece]
