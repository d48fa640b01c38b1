"""What rules and kinds of document are, in one language. Site, command line and reports show the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["bad", "good"]


@dataclass(frozen=True, slots=True)
class ExampleFile:
    r"""`marks` are the guilty lines, counted from 1, each with the rule that reports it.

    Where `escaped` is set, `text` writes bytes as `\xff`: what is meant could not be seen, or not be printed.
    """

    path: str
    text: str
    marks: tuple[tuple[int, str], ...] = ()
    escaped: bool = False

    @property
    def content(self) -> bytes:
        """What the file would hold."""
        if not self.escaped:
            return self.text.encode()
        return self.text.encode("ascii").decode("unicode_escape").encode("latin-1")

    @property
    def guilty(self) -> tuple[int, ...]:
        """The guilty lines, each once."""
        return tuple(sorted({line for line, _ in self.marks}))


@dataclass(frozen=True, slots=True)
class Example:
    verdict: Verdict
    title: str
    files: tuple[ExampleFile, ...]


@dataclass(frozen=True, slots=True)
class RuleManual:
    """`message` and `hints` have an ellipsis where a finding names something of the playbook.

    Unless it is `locked`, settings change its weight; `by_comment`: a comment takes a finding back.
    """

    id: str
    family: str
    severity: str
    locked: bool
    by_comment: bool
    message: str
    hints: tuple[str, ...]
    why: str
    remedy: str
    examples: tuple[Example, ...]

    @property
    def escaped(self) -> bool:
        """Whether an example needs a word on how it is written."""
        return any(file.escaped for example in self.examples for file in example.files)


@dataclass(frozen=True, slots=True)
class Family:
    id: str
    title: str
    description: str
    rules: tuple[RuleManual, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """What may stand for a property, in words.

    `definition` names the shared definition that says more; `kind` the kind whose documents hold what is
    referred to.
    """

    text: str
    definition: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """`examples`, with their key, and `default` are YAML. `together` are keys that it needs beside it."""

    key: str
    title: str
    description: str
    form: Form
    required: bool
    examples: tuple[str, ...] = ()
    default: str | None = None
    together: tuple[str, ...] = ()
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True)
class KindManual:
    """`shared` are the properties that every document may have; `sample` is a whole file with what is required."""

    kind: str
    title: str
    description: str
    properties: tuple[Property, ...]
    shared: tuple[Property, ...]
    sample: ExampleFile


@dataclass(frozen=True, slots=True)
class Definition:
    """A form that several properties share, such as a duration."""

    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class Manual:
    """Everything in one language; `labels` are the words that stand beside the parts.

    `base` is the playbook to which the examples of rules belong.
    """

    labels: Mapping[str, str]
    families: tuple[Family, ...] = ()
    kinds: tuple[KindManual, ...] = ()
    definitions: tuple[Definition, ...] = ()
    base: tuple[ExampleFile, ...] = ()

    @property
    def rules(self) -> tuple[RuleManual, ...]:
        """All rules, family by family."""
        return tuple(rule for family in self.families for rule in family.rules)

    def change(self, rule: RuleManual, as_code: Callable[[str], str] | None = None) -> str:
        """Whether and how a policy weighs the rule differently; what to write stands `as_code` or quoted."""
        as_code = as_code or self._quoted
        key = "locked" if rule.locked else "unlocked" if rule.by_comment else "unlocked_everywhere"
        return self.labels[key].format(
            setting=as_code(f"checks: {{{rule.id}: ignore}}"),
            comment=as_code(self.labels["comment"].format(rule=rule.id)),
        )

    def _quoted(self, text: str) -> str:
        return self.labels["quoted"].format(text=text)
