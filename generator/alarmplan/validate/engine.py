"""The fast answer: does a document have the shape of its kind?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import jsonschema_rs

from alarmplan.model.place import Route
from alarmplan.schemas import kind_schema, schemas, subschema


@cache
def _registry() -> jsonschema_rs.Registry:
    return jsonschema_rs.Registry([(name, dict(schema)) for name, schema in schemas().items()])


@cache
def _validator(kind: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(dict(kind_schema(kind)), registry=_registry(), validate_formats=True)


def is_valid(kind: str, data: Mapping[str, Any]) -> bool:
    return _validator(kind).is_valid(data)


def fits(kind: str, route: Route, key: str, value: object) -> bool:
    """Whether `value` would do for `key` of the mapping at `route` in a document of a kind."""
    schema = dict(subschema(kind, route)["properties"][key])
    return jsonschema_rs.Draft202012Validator(schema, registry=_registry(), validate_formats=True).is_valid(value)
