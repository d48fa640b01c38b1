"""The survey of single mistakes: its table of harm is about what there is, and what is found counts.

`make mutate` does the same with two thousand.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

MUTATION = Path(__file__).parent / "mutation"
FEW = 30

DEAD_ROWS = """
import json, survey
tried = {(job.operator, f"{spot.kind}.{spot.pattern}") for job in survey.candidates()
         for spot in [survey.places(job.playbook)[1][job.number]]}
print(json.dumps([
    [verdict, operator, place.pattern]
    for verdict, operators in survey.table().items() for operator, places in operators.items() for place in places
    if not any(operator in ("any", one) and place.fullmatch(at) for one, at in tried)
]))
"""


def test_every_row_of_the_table_is_about_something() -> None:
    done = subprocess.run(
        [sys.executable, "-c", DEAD_ROWS], cwd=MUTATION, capture_output=True, text=True, check=True
    )
    assert json.loads(done.stdout) == []


def test_a_few_mistakes() -> None:
    done = subprocess.run(
        [sys.executable, MUTATION / "survey.py", str(FEW), "7", "--list"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    told = re.findall(
        r"^(accounted|harmless|unknowable|harmful) +([a-z-]+) +\S+ \S+: (.+)$", done.stdout, re.MULTILINE
    )
    assert len(told) == FEW
    harmful = [
        found
        for verdict, operator, found in told
        if verdict in ("accounted", "harmful") and operator != "lengthen"
    ]
    assert sum(found != "–" for found in harmful) > len(harmful) / 2
