"""Messages with placeholders: `{field-id}` stands for what the sender fills in."""

from __future__ import annotations

import re

_PLACEHOLDER = re.compile(r"\{([a-z0-9]+(?:-[a-z0-9]+)*)\}")


def placeholders(message: str) -> list[str]:
    return _PLACEHOLDER.findall(message)


def split_message(message: str) -> list[tuple[str, bool]]:
    """Pieces of a message; True marks the id of a placeholder."""
    return [(piece, index % 2 == 1) for index, piece in enumerate(_PLACEHOLDER.split(message)) if piece]
