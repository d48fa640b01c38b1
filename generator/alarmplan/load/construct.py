"""Nodes to plain data, typed by a YAML 1.2-like core: what is not plainly a number, truth or null is text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

from alarmplan.load.compose import MAX_VALUES, YamlError, bound_depth
from alarmplan.model.finding import Finding
from alarmplan.model.place import Place, Route

_WORDS: dict[str, object] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?(?:[eE][-+]?[0-9]{1,2})?")
_NUMBER_START = frozenset("0123456789+-")


def construct(root: yaml.Node | None, path: str) -> tuple[Any, list[Finding]]:
    """Plain data and what is wrong with it.

    Raises:
        YamlError: for aliases that contain themselves or grow without bound.
    """
    constructor = _Constructor(path)
    data = None if root is None else constructor.build(root, ())
    return data, constructor.findings


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
    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Finding] = []
        self.reported: set[tuple[str, int]] = set()
        self.values = 0
        self.open: set[int] = set()

    def build(self, node: yaml.Node, route: Route) -> Any:
        self.values += 1
        if self.values > MAX_VALUES:
            raise YamlError("yaml-too-large", 0, {"limit": MAX_VALUES})
        if node.tag is not None:
            self.report("yaml-tag", node, {"tag": _short(node.tag)}, Place(self.path, route))
        if isinstance(node, yaml.ScalarNode):
            return scalar(node)
        bound_depth(len(route) + 1, node.start_mark.index)  # aliases nest deeper than the text does
        if id(node) in self.open:
            raise YamlError("yaml-alias-cycle", node.start_mark.index)
        self.open.add(id(node))
        result = self.mapping(node, route) if isinstance(node, yaml.MappingNode) else self.sequence(node, route)
        self.open.discard(id(node))
        return result

    def sequence(self, node: yaml.Node, route: Route) -> list[Any]:
        return [self.build(child, (*route, index)) for index, child in enumerate(node.value)]

    def mapping(self, node: yaml.Node, route: Route) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = self.key(key_node)
            if key is None:
                continue
            if key in result:
                first = Place(self.path, (*route, key), at_key=True)
                self.report("yaml-key-doubled", key_node, {"key": key}, related=(first,))
                continue
            result[key] = self.build(value_node, (*route, key))
        return result

    def key(self, node: yaml.Node) -> str | None:
        """The key as text, whatever it looks like; None for what cannot be one."""
        if not isinstance(node, yaml.ScalarNode):
            self.report("yaml-key-not-text", node)
            return None
        if node.tag is not None:
            self.report("yaml-tag", node, {"tag": _short(node.tag)})
        if node.value == "<<" and not node.style:
            self.report("yaml-merge-key", node)
            return None
        return str(node.value)

    def report(
        self,
        rule: str,
        node: yaml.Node,
        params: Mapping[str, str | int] | None = None,
        place: Place | None = None,
        related: tuple[Place, ...] = (),
    ) -> None:
        """Once for every node, by however many aliases it is reached."""
        offset = node.start_mark.index
        if (rule, offset) not in self.reported:
            self.reported.add((rule, offset))
            self.findings.append(Finding(rule, place or Place(self.path, offset=offset), params or {}, related))


def _short(tag: str) -> str:
    """The tag as it is written: `!!str`, not `tag:yaml.org,2002:str`."""
    standard = "tag:yaml.org,2002:"
    return f"!!{tag.removeprefix(standard)}" if tag.startswith(standard) else tag
