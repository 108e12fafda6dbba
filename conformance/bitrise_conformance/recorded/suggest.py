"""Turns findings into overlay actions that would make the contract true for the recorded traffic.

The result is an OpenAPI Overlay 1.0 document for ``spec/overlays/``: a proposal to read, not a verdict; each action
says where its evidence comes from.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date
from typing import Any

import yaml

from bitrise_conformance.contract import Contract, Json
from bitrise_conformance.findings import Exchange, Finding
from bitrise_conformance.schema import is_date_time


def suggest(contract: Contract, findings: Iterable[Finding], source: str) -> dict[str, Any]:
    """An overlay document.

    Args:
        source: where the traffic was recorded, for the evidence.
    """
    actions: dict[str, dict[str, Any]] = {}
    for finding in findings:
        action = _action(contract, finding)
        if action is not None:
            said = f"{source}: {finding.operation}, {finding.message}"
            evidence = {"kind": "observed", "source": said, "date": date.today().isoformat()}
            actions.setdefault(json.dumps(action, sort_keys=True), {**action, "x-evidence": evidence})
    return {
        "overlay": "1.0.0",
        "info": {"title": f"What {source} shows", "version": "1"},
        "actions": list(actions.values()),
    }


def as_yaml(overlay: dict[str, Any]) -> str:
    text: str = yaml.safe_dump(overlay, sort_keys=False, allow_unicode=True, width=110)
    return text


def _action(contract: Contract, finding: Finding) -> dict[str, Any] | None:
    if finding.rule == "undocumented-status":
        return _status(contract, finding)
    if finding.rule == "undocumented-parameter":
        return _parameter(contract, finding)
    pointer, _, instance = finding.clause.partition(" at ")
    value = _value(finding.exchange, instance)
    if finding.rule == "undocumented-field":
        name = instance.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
        return {"target": json_path(pointer), "update": {"properties": {name: _shape(value)}}}
    if finding.rule == "response-schema":
        return _schema(contract, pointer, instance, finding)
    return None


def _schema(contract: Contract, pointer: str, instance: str, finding: Finding) -> dict[str, Any] | None:
    owner, _, keyword = pointer.rpartition("/")
    schema = contract.at(owner)
    values = _values(finding.exchange, instance)
    if keyword == "type":
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        seen = {_kind(value) for value in values}
        missing = sorted(kind for kind in seen if kind not in types and not (kind == "integer" and "number" in types))
        # Lists are joined when an overlay is applied, a single type is replaced.
        added = missing if isinstance(schema["type"], list) else [*types, *missing]
        return {"target": json_path(owner), "update": {"type": added}} if missing else None
    if keyword == "enum":
        allowed = set(map(repr, schema["enum"]))
        extra = list({repr(v): v for v in values if v is not None and repr(v) not in allowed}.values())
        return {"target": json_path(owner), "update": {"enum": extra}} if extra else None
    if keyword == "format":
        return {"target": f"{json_path(owner)}.format", "remove": True}
    if keyword == "required":
        missing_name = re.search(r'"([^"]+)" is a required', finding.message)
        if missing_name and missing_name[1] in schema["required"]:
            index = schema["required"].index(missing_name[1])
            return {"target": f"{json_path(owner)}.required[{index}]", "remove": True}
    if keyword in ("maximum", "minimum", "maxLength", "minLength", "pattern", "maxItems", "minItems"):
        return {"target": f"{json_path(owner)}.{keyword}", "remove": True}
    if keyword == "anyOf" and None in values:
        return {"target": json_path(owner), "update": {"anyOf": [{"type": "null"}]}}
    return None


def _status(contract: Contract, finding: Finding) -> dict[str, Any] | None:
    operation = contract.operations.get(finding.operation)
    if operation is None or finding.exchange is None:
        return None
    answer: dict[str, Any] = {"description": "Observed."}
    kind = finding.exchange.headers.get("content-type", "").partition(";")[0]
    if finding.exchange.body and kind:
        value = _parse(finding.exchange.body)
        answer["content"] = {kind: {"schema": _shape(value) if "json" in kind else {"type": "string"}}}
    return {
        "target": f"{json_path(operation.pointer)}.responses",
        "update": {str(finding.exchange.status): answer},
    }


def _parameter(contract: Contract, finding: Finding) -> dict[str, Any] | None:
    operation = contract.operations.get(finding.operation)
    if operation is None:
        return None
    name = finding.clause.rpartition(" ")[2]
    parameter = {"name": name, "in": "query", "schema": {"type": "string"}}
    return {"target": json_path(operation.pointer), "update": {"parameters": [parameter]}}


def json_path(pointer: str) -> str:
    """A JSON pointer of the document as a JSONPath."""
    path = "$"
    for part in pointer.removeprefix("#").strip("/").split("/"):
        key = part.replace("~1", "/").replace("~0", "~")
        if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", key):
            path += f".{key}"
        elif key.isdigit():
            path += f"[{key}]" if "anyOf" in path or "allOf" in path or "oneOf" in path else f"['{key}']"
        else:
            path += "['" + key.replace("\\", "\\\\").replace("'", "\\'") + "']"
    return path


def _shape(value: Json) -> dict[str, Any]:
    """The schema of an observed value; every field may be null, as the contract's rule is."""
    if isinstance(value, dict):
        return {"type": ["object", "null"], "properties": {name: _shape(item) for name, item in value.items()}}
    if isinstance(value, list):
        return {"type": ["array", "null"], "items": _shape(value[0]) if value else {}}
    if value is None:
        return {}
    shape: dict[str, Any] = {"type": [_kind(value), "null"]}
    if isinstance(value, str) and is_date_time(value):
        shape["format"] = "date-time"
    return shape


def _kind(value: Json) -> str:
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string", dict: "object", list: "array"}
    return kinds.get(type(value), "null")


def _parse(body: bytes) -> Json:
    try:
        return json.loads(body)
    except ValueError:
        return None


def _value(exchange: Exchange | None, instance: str) -> Json:
    return next(iter(_values(exchange, instance)), None)


def _values(exchange: Exchange | None, instance: str) -> list[Json]:
    """The values at a place of the answer, where ``*`` stands for every item."""
    found: list[Json] = [_parse(exchange.body)] if exchange else []
    for part in [p for p in instance.split("/") if p]:
        key = part.replace("~1", "/").replace("~0", "~")
        if part == "*":
            found = [item for value in found if isinstance(value, list) for item in value]
        else:
            found = [value[key] for value in found if isinstance(value, dict) and key in value]
    return found
