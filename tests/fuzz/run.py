"""Damages the shipped playbook thousands of times and demands that every run ends well.

`python tests/fuzz/run.py [COUNT] [FIRST_SEED]` writes each failing case into a folder beside itself, as a playbook
that `alarmplan -C … check` can be run on, and ends with 1 if there was one.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from demands import complaints
from mutate import damaged

from alarmplan import load

HERE = Path(__file__).parent
PLAYBOOK = HERE.parents[1] / "playbook"
TWICE = 20  # one case in so many is checked twice
FAILURES = HERE / "failures"


def shipped() -> dict[str, bytes]:
    return {path.relative_to(PLAYBOOK).as_posix(): path.read_bytes() for path in sorted(PLAYBOOK.rglob("*.yaml"))}


def trouble(files: Mapping[str, bytes], *, twice: bool = True) -> list[str]:
    try:
        return list(complaints(files, twice=twice))
    except Exception:  # noqa: BLE001 # anything at all is what we are after
        return [traceback.format_exc()]


def keep(seed: int, files: Mapping[str, bytes], found: list[str]) -> Path:
    folder = FAILURES / str(seed)
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    (folder / "complaints.txt").write_text("\n".join(found), "utf-8")
    return folder


def main(count: int, first: int) -> int:
    whole, failed, start = shipped(), 0, time.monotonic()
    load.load_file = lru_cache(100)(load.load_file)  # most files of a case are those of the case before
    print(f"{count} cases, seeds {first} to {first + count - 1}")
    for done, seed in enumerate(range(first, first + count), 1):
        files = damaged(whole, seed)
        if found := trouble(files, twice=seed % TWICE == 0):
            failed += 1
            print(f"seed {seed}: {found[0].splitlines()[-1]} ({keep(seed, files, found)})")
        if done % 500 == 0 or done == count:
            print(f"{done} done, {failed} failed, {done / (time.monotonic() - start):.0f} a second", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    given = [int(argument) for argument in sys.argv[1:]]
    sys.exit(main(*(*given, *(10_000, 0)[len(given) :])))
