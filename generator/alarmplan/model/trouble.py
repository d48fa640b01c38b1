"""What the caller of the program got wrong, to be said in his language."""

from __future__ import annotations


class CallerError(Exception):
    """`problem` names it among the words of the reports; `told` is what these words name."""

    def __init__(self, problem: str, **told: object) -> None:
        super().__init__(problem, told)
        self.problem = problem
        self.told = told
