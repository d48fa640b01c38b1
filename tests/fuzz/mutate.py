"""Damages texts as editors, merges and disks do: always the same damage for the same seed."""

from __future__ import annotations

import random
from collections.abc import Callable

SIGNS = "\0\a\t\r#:-,?!&*|>'\"%@`[]{}<=~\\\n"
STRANGE = "\u0085\u2028\ufeff\u00a0\u200b\u202e\u00ad\u2013\u2022\uff1a\u201e\u201c\u2212\u200d\U0001f69a"
BYTES = [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xff\xfe", b"\x85"]
STRUCTURE = [
    *("\r\n", "\n\n\n", "   ", ": ", " #", " #x", "- ", "? ", "---\n", "...\n", "%YAML 3.0\n", "<<: "),
    *("<<<<<<< HEAD\n", "=======\n", ">>>>>>> x\n", "!!python/object/apply:os.system [ls]", "!!str ", "! "),
    *("|\n", ">-\n", "{}", "[]", "''", "{de: x}", "id: x\n", "kind: role\n", "\n-x\n", "\n  a:b\n", "&a ", "*a"),
    *("\u2013 ", "\u2022 ", "#chat"),
]
VALUES = [
    *("null", "no", "12:30", "010", "1e400", ".nan", ".inf", "2026-13-45", "9" * 5000, "+49 30", "true", "-1"),
    *("[" * 120, "{a: " * 120, "- " * 120, "\n" + " " * 150 + "a:", "x" * 2000),
    *("(https://", "**", "[[", "{x}", "{{ x }}", "'\"", "\\x"),
]
TOKENS: list[bytes] = [*(token.encode() for token in (*SIGNS, *STRANGE, *STRUCTURE, *VALUES)), *BYTES]

Damage = Callable[[bytes, random.Random], bytes]


def _cut(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.choice((1, 1, 2, 5, 40)))


def delete_bytes(content: bytes, chance: random.Random) -> bytes:
    start, end = _cut(content, chance)
    return content[:start] + content[end:]


def double_bytes(content: bytes, chance: random.Random) -> bytes:
    start, end = _cut(content, chance)
    return content[:end] + content[start:]


def change_byte(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + bytes([chance.randrange(256)]) + content[start + 1 :]


def insert_token(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content) + 1)
    return content[:start] + chance.choice(TOKENS) + content[start:]


def insert_token_before_a_value(content: bytes, chance: random.Random) -> bytes:
    starts = [index + 2 for index in range(len(content)) if content[index : index + 2] in (b": ", b"- ")]
    start = chance.choice(starts or [0])
    return content[:start] + chance.choice(TOKENS) + content[start:]


def delete_line(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    del lines[chance.randrange(len(lines))]
    return b"".join(lines)


def double_line(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    lines.insert(chance.randrange(len(lines) + 1), chance.choice(lines))
    return b"".join(lines)


def swap_lines(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"".join(lines)


def indent_line(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    at = chance.randrange(len(lines))
    lines[at] = b" " * chance.choice((1, 2, 3)) + lines[at] if chance.random() < 0.5 else lines[at].lstrip(b" ")
    return b"".join(lines)


def cut_off(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def change_line_ends(content: bytes, chance: random.Random) -> bytes:
    return content.replace(b"\n", chance.choice((b"\r\n", b"\r", "\u0085".encode(), b"\n\n")))


def change_encoding(content: bytes, chance: random.Random) -> bytes:
    encoding: str = chance.choice(("utf-16", "utf-16-le", "latin-1", "utf-8-sig"))
    return content.decode(errors="replace").encode(encoding, errors="replace")


DAMAGES: tuple[Damage, ...] = (
    change_byte,
    change_encoding,
    change_line_ends,
    cut_off,
    delete_bytes,
    delete_line,
    double_bytes,
    double_line,
    indent_line,
    insert_token,
    insert_token,
    insert_token,
    insert_token_before_a_value,
    insert_token_before_a_value,
    insert_token_before_a_value,
    swap_lines,
)


def damaged(files: dict[str, bytes], seed: int) -> dict[str, bytes]:
    """`files` with one to three damages in one or two of them."""
    chance = random.Random(seed)
    result = dict(files)
    for path in chance.sample(sorted(files), chance.choice((1, 1, 1, 2))):
        for _ in range(chance.choice((1, 1, 2, 3))):
            result[path] = chance.choice(DAMAGES)(result[path], chance)
    return result
