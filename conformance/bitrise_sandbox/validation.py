"""Checks requests against the contract; every refusal names the field that is wrong."""

from __future__ import annotations

import json
import math
import re
from typing import Any, NoReturn
from urllib.parse import parse_qsl

import jsonschema_rs

from .answers import JSON, NotFound, Problem
from .contract import Contract, Operation, Parameter, Schema

_INTEGER = re.compile(r"[+-]?\d{1,4000}", re.ASCII)
_NUMBER = re.compile(r"[+-]?\d{1,300}(\.\d{1,300})?([eE][+-]?\d{1,3})?", re.ASCII)
_MAX_FIELDS = 1000


class Validation:
    """Reads queries and bodies into checked Python values. Validators are compiled at first use."""

    def __init__(self, contract: Contract) -> None:
        self._contract = contract
        self._validators: dict[int, tuple[Schema, jsonschema_rs.Draft202012Validator]] = {}

    def fits(self, schema: Schema, value: Any) -> bool:
        return self._validator(schema).is_valid(value)

    def paths(self, operation: Operation, values: dict[str, str]) -> None:
        """Raises NotFound for a path value that the contract does not allow: nothing can be there."""
        for name, parameter in operation.paths.items():
            if set(parameter.schema) - {"type"} and not self.fits(parameter.schema, values[name]):
                raise NotFound(f"{name}: there is no such value")

    def query(self, operation: Operation, text: str, *, lenient: bool = False) -> dict[str, Any]:
        """The declared parameters of a query string, each in its type; undeclared ones are ignored.

        Lenient, for faults: what is wrong is left out instead of refused.
        """
        sent: dict[str, list[str]] = {}
        if text:
            try:
                pairs = parse_qsl(text, keep_blank_values=True, max_num_fields=_MAX_FIELDS)
            except ValueError:
                raise Problem(bad_request(operation), f"query: more than {_MAX_FIELDS} fields") from None
            for name, value in pairs:
                sent.setdefault(name, []).append(value)
        values = {}
        for name, parameter in operation.queries.items():
            try:
                if name in sent:
                    values[name] = self._parameter(operation, parameter, sent[name])
                elif parameter.required:
                    raise Problem(bad_request(operation), f"{name}: this parameter is required")
            except Problem:
                if not lenient:
                    raise
        return values

    def body(self, operation: Operation, content_type: str | None, raw: bytes, *, lenient: bool = False) -> Any:
        """The request's body, checked; None when there is none and none is needed.

        Lenient, for faults: only what cannot be read at all is refused.
        """
        if not operation.bodies:
            return None
        if not raw:
            if operation.body_required and not lenient:
                raise Problem(bad_request(operation), "body: this request needs a body")
            return None
        media_type = self._media_type(operation, content_type)
        value = self._parse(operation, media_type, raw)
        schema = operation.bodies[media_type]
        error = None if lenient else next(self._validator(schema).iter_errors(value), None)
        if error is not None:
            where = ".".join(str(step) for step in error.instance_path) or "body"
            raise Problem(bad_request(operation), f"{where}: {_shorten(error.message)}")
        return value

    def _parameter(self, operation: Operation, parameter: Parameter, sent: list[str]) -> Any:
        schema = self._contract.resolve(parameter.schema)
        value: Any
        if schema.get("type") == "array":
            parts = sent if parameter.explode else [part for one in sent if one for part in one.split(",")]
            value = [_coerce(part, self._contract.resolve(schema.get("items"))) for part in parts]
        elif len(sent) > 1:
            raise Problem(bad_request(operation), f"{parameter.name}: sent more than once")
        else:
            value = _coerce(sent[0], schema)
        error = next(self._validator(parameter.schema).iter_errors(value), None)
        if error is not None:
            raise Problem(bad_request(operation), f"{parameter.name}: {_shorten(error.message)}")
        return value

    def _media_type(self, operation: Operation, content_type: str | None) -> str:
        if content_type is None:
            return JSON if JSON in operation.bodies else next(iter(operation.bodies))
        wanted = content_type.partition(";")[0].strip().lower()
        for media_type in operation.bodies:
            if media_type.lower() == wanted:
                return media_type
        expected = " or ".join(operation.bodies)
        raise Problem(bad_request(operation), f"Content-Type: expected {expected}")

    def _parse(self, operation: Operation, media_type: str, raw: bytes) -> Any:
        try:
            text = raw.decode("utf-8")
        except UnicodeDecodeError:
            raise Problem(bad_request(operation), "body: not valid UTF-8") from None
        if not media_type.endswith("json"):
            return text
        try:
            value = json.loads(text, parse_constant=_refuse, parse_float=_finite)
            if "\\u" in text:
                # Half a surrogate pair is valid JSON and no text.
                json.dumps(value, ensure_ascii=False).encode()
            return value
        except RecursionError:
            raise Problem(bad_request(operation), "body: nested too deeply") from None
        except ValueError:
            raise Problem(bad_request(operation), "body: not valid JSON") from None

    def _validator(self, schema: Schema) -> jsonschema_rs.Draft202012Validator:
        found = self._validators.get(id(schema))
        if found is None:
            validator = jsonschema_rs.Draft202012Validator(self._contract.standalone(schema), validate_formats=True)
            found = self._validators[id(schema)] = (schema, validator)
        return found[1]


def bad_request(operation: Operation) -> int:
    """The status with which this operation refuses what it was sent: 400, or 422 where only that is documented."""
    return 422 if 422 in operation.responses and 400 not in operation.responses else 400


def _coerce(text: str, schema: Schema) -> Any:
    """The value a query text stands for; the text itself when it stands for none, which validation then refuses."""
    kind = schema.get("type")
    kinds = kind if isinstance(kind, list) else [kind]
    if "integer" in kinds and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in kinds and _NUMBER.fullmatch(text):
        return float(text)
    if "boolean" in kinds and text in ("true", "false"):
        return text == "true"
    return text


def _finite(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise ValueError("out of range")
    return value


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")


def _shorten(message: str) -> str:
    return message if len(message) <= 200 else f"{message[:197]}..."
