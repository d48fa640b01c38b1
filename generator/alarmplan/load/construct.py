"""Nodes to plain data, typed by a YAML 1.2-like core: what is not plainly a number, truth or null is text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from alarmplan.load.ambiguous import STARTS, is_ambiguous
from alarmplan.load.compose import MAX_VALUES, bad_character, bound_depth
from alarmplan.load.dashes import without_dash
from alarmplan.load.misread import Reader
from alarmplan.load.trouble import YamlError
from alarmplan.model.finding import Finding
from alarmplan.model.place import Place, Route

_WORDS: dict[str, object] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?(?:[eE][-+]?[0-9]{1,2})?")
_MAX_MILLIONS = 2  # of characters, aliases written out; as it stands, no file may have that many
_ENOUGH = 100  # errors or remarks of one file: nobody mends more before the next run
_REMARKS = frozenset({"yaml-comment-in-text"})  # with these a document is whole all the same
_NUMBER_START = frozenset("0123456789+-")


@dataclass(frozen=True, slots=True)
class Constructed:
    """`findings` forbid the use of `data`, `remarks` do not; the others are as in `LoadedDocument`."""

    data: Any
    findings: list[Finding]
    remarks: list[Finding]
    ambiguous: dict[Place, str]
    bare: list[Route]
    decimals: dict[Route, str]


def construct(root: yaml.Node | None, path: str, text: str) -> Constructed:
    """Plain data and what is wrong with it.

    Raises:
        YamlError: for aliases that contain themselves or grow without bound.
    """
    constructor = _Constructor(path, Reader(text))
    data = None if root is None else constructor.build(root, (), root)
    return Constructed(
        data,
        constructor.findings,
        constructor.remarks,
        constructor.ambiguous,
        constructor.bare,
        constructor.decimals,
    )


def scalar(node: yaml.ScalarNode) -> object:
    value: str = node.value
    if node.style:
        return value
    if value in _WORDS:
        return _WORDS[value]
    if value[0] in _NUMBER_START:
        if _INT.fullmatch(value) and value[0] != "+":
            return int(value)
        if _FLOAT.fullmatch(value) and value[0] != "+":
            return float(value)
    return value


class _Constructor:
    def __init__(self, path: str, reader: Reader) -> None:
        self.path = path
        self.reader = reader
        self.findings: list[Finding] = []
        self.remarks: list[Finding] = []
        self.ambiguous: dict[Place, str] = {}
        self.bare: list[Route] = []
        self.decimals: dict[Route, str] = {}
        self.reported: set[tuple[str, int]] = set()
        self.values = 0
        self.characters = 0
        self.open: set[int] = set()
        self.sound: set[str] = set()  # keys without quotes that gave no cause for complaint

    def build(self, node: yaml.Node, route: Route, above: yaml.Node) -> Any:
        """`above` is the key to which the value belongs, or itself."""
        self.values += 1
        if self.values > MAX_VALUES:
            raise YamlError("yaml-too-large", 0, {"limit": MAX_VALUES})
        if node.tag:
            self.report("yaml-tag", node, {"tag": _short(node.tag)}, Place(self.path, route))
        elif self.reader.has_properties:
            self.properties(node)
        if isinstance(node, yaml.ScalarNode):
            self.bound_characters(node)
            return self.quoted(node) if node.style else self.plain(node, route, above)
        bound_depth(len(route) + 1, node.start_mark.index)  # aliases nest deeper than the text does
        if id(node) in self.open:
            raise YamlError("yaml-alias-cycle", node.start_mark.index)
        self.open.add(id(node))
        result = self.mapping(node, route) if isinstance(node, yaml.MappingNode) else self.sequence(node, route)
        self.open.discard(id(node))
        return result

    def bound_characters(self, node: yaml.ScalarNode) -> None:
        """Aliases multiply long texts too, and rules read each of them."""
        self.characters += len(node.value)
        if self.characters > _MAX_MILLIONS * 1_000_000:
            raise YamlError("yaml-too-large", 0, {"millions": _MAX_MILLIONS})

    def quoted(self, node: yaml.ScalarNode) -> str:
        """Also keys. Escapes must not bring in what the text itself may not hold."""
        value: str = node.value
        if node.style == '"' and self.reader.has_escapes and (bad := bad_character(value)):
            self.report(bad.rule, node, bad.params)
        return value

    def plain(self, node: yaml.ScalarNode, route: Route, above: yaml.Node) -> object:
        value = scalar(node)
        if trouble := self.reader.plain(node, above):
            self.trouble(trouble)
        if node.value[:1] in STARTS and is_ambiguous(node.value, value):
            self.other_reading(node, Place(self.path, route))
        if isinstance(value, float) and str(value) != node.value:
            self.decimals[route] = node.value
        return value

    def sequence(self, node: yaml.Node, route: Route) -> list[Any]:
        return [self.build(child, (*route, index), child) for index, child in enumerate(node.value)]

    def mapping(self, node: yaml.Node, route: Route) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self.key(key_node, route)
            if key is None:
                continue
            if key in result and ("yaml-look-alike", key_node.start_mark.index) in self.reported:
                continue  # two bullets, not two keys
            if key in result and self.begins_anew(node, route, key, result):
                self.trouble(without_dash(self.reader.line_of(key_node)))
                result = {}
            elif key in result:
                first = Place(self.path, (*route, key), at_key=True)
                self.report("yaml-key-doubled", key_node, {"key": key}, related=(first,))
                continue
            result[key] = self.build(value_node, (*route, key), key_node)
            if result[key] is None and self.reader.is_bare(key_node, value_node):
                self.bare.append((*route, key))
        return result

    @staticmethod
    def begins_anew(node: yaml.Node, route: Route, key: str, entry: Mapping[str, Any]) -> bool:
        """Whether an entry of a list that is not in braces says for the second time what it begins with."""
        listed = bool(route) and isinstance(route[-1], int)
        return listed and isinstance(node, yaml.MappingNode) and not node.flow_style and key == next(iter(entry))

    def key(self, node: yaml.Node, route: Route) -> str | None:
        """The key as text, whatever it looks like; None for what cannot be one."""
        if not isinstance(node, yaml.ScalarNode):
            self.report("yaml-key-not-text", node)
            return None
        self.bound_characters(node)
        written: str = node.value
        if written in self.sound and not node.tag:
            return written
        if node.tag:
            self.report("yaml-tag", node, {"tag": _short(node.tag)})
        elif self.reader.has_properties:
            self.properties(node)
        if node.style:
            self.quoted(node)
        elif self.plain_key(node, route) and not self.reader.has_properties:
            self.sound.add(written)
        return None if written == "<<" and not node.style else written

    def plain_key(self, node: yaml.ScalarNode, route: Route) -> bool:
        """Whether there is nothing to be said about it, wherever it stands."""
        written: str = node.value
        if written == "<<":
            self.report("yaml-merge-key", node)
        elif trouble := self.reader.key(node):
            self.trouble(trouble)
        elif is_ambiguous(written, written):
            self.other_reading(node, Place(self.path, (*route, written), at_key=True))
        else:
            return True
        return False

    def other_reading(self, node: yaml.ScalarNode, place: Place) -> None:
        if self.is_new("", node.start_mark.index):
            self.ambiguous[place] = node.value

    def properties(self, node: yaml.Node) -> None:
        if trouble := self.reader.property(node):
            self.trouble(trouble)

    def trouble(self, trouble: YamlError) -> None:
        found = self.remarks if trouble.rule in _REMARKS else self.findings
        if self.is_new(trouble.rule, trouble.offset) and len(found) < _ENOUGH:
            found.append(Finding(trouble.rule, Place(self.path, offset=trouble.offset), trouble.params))

    def report(
        self,
        rule: str,
        node: yaml.Node,
        params: Mapping[str, str | int] | None = None,
        place: Place | None = None,
        related: tuple[Place, ...] = (),
    ) -> None:
        offset = node.start_mark.index
        if self.is_new(rule, offset) and len(self.findings) < _ENOUGH:
            self.findings.append(Finding(rule, place or Place(self.path, offset=offset), params or {}, related))

    def is_new(self, rule: str, offset: int) -> bool:
        """Once for every node, by however many aliases it is reached."""
        new = (rule, offset) not in self.reported
        self.reported.add((rule, offset))
        return new


def _short(tag: str) -> str:
    """The tag as it is written: `!!str`, not `tag:yaml.org,2002:str`."""
    standard = "tag:yaml.org,2002:"
    return f"!!{tag.removeprefix(standard)}" if tag.startswith(standard) else tag
