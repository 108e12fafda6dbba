"""Answers that are not what the contract says of them."""

from __future__ import annotations

from typing import Any

from ..answers import Answer
from ..call import Call
from .registry import ActiveFault, Proceed, edit, fault, properties, required


@fault("missing-required-field", "leaves out the first field that the contract requires")
def missing_required(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    names = required(call)

    def change(thing: dict[str, Any]) -> None:
        for name in names[:1]:
            thing.pop(name, None)

    return edit(call, proceed(), change)


@fault("null-in-required-field", "answers null in the first field that the contract requires")
def null_required(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    names = required(call)
    return edit(call, proceed(), lambda thing: thing.update(dict.fromkeys(names[:1])))


@fault("wrong-type", "answers an object where the contract has a text")
def wrong_type(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    return edit(call, proceed(), lambda thing: _replace_first(thing, str, {"unexpected": True}))


@fault("number-as-text", "answers whole numbers as texts")
def number_as_text(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    def change(thing: dict[str, Any]) -> None:
        thing.update({k: str(v) for k, v in thing.items() if isinstance(v, int) and not isinstance(v, bool)})

    return edit(call, proceed(), change)


@fault("wrong-format", "answers times that are no RFC 3339")
def wrong_format(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    times = [name for name, schema in properties(call).items() if schema.get("format") == "date-time"]

    def change(thing: dict[str, Any]) -> None:
        thing.update({name: "yesterday at noon" for name in times if thing.get(name)})

    return edit(call, proceed(), change)


@fault("unknown-enum-value", "answers a value that an enumeration does not have")
def unknown_enum(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    enums = {name: schema["enum"] for name, schema in properties(call).items() if "enum" in schema}

    def change(thing: dict[str, Any]) -> None:
        for name, values in enums.items():
            if name in thing:
                thing[name] = 97 if isinstance(values[0], int) else "unheard-of"

    return edit(call, proceed(), change)


@fault("undeclared-field", "adds a field that the contract does not have, as the real API may any day", visible=False)
def undeclared_field(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    return edit(call, proceed(), lambda thing: thing.update(brand_new_field={"since": "today"}))


@fault("missing-envelope", "answers the bare thing without the object around it")
def missing_envelope(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    key = call.target.envelope.key if call.target is not None else None
    value = answer.json() if answer.ok else None
    return answer.put(value[key]) if key is not None and isinstance(value, dict) and key in value else answer


@fault("object-for-list", "answers the first item where a list should be")
def object_for_list(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    value = answer.json() if answer.ok else None
    if isinstance(value, list):
        return answer.put(value[0] if value else {})
    if isinstance(value, dict):
        return answer.put({k: (v[0] if v else {}) if isinstance(v, list) else v for k, v in value.items()})
    return answer


@fault("wrong-content-type", "says that the JSON it answers is HTML")
def wrong_content_type(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    answer.media_type = "text/html" if answer.ok and answer.body else answer.media_type
    return answer


@fault("broken-json", "answers JSON that ends in the middle")
def broken_json(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    answer.body = answer.body[: len(answer.body) // 2] if answer.ok else answer.body
    return answer


@fault("empty-body", "answers nothing where a body should be")
def empty_body(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    answer.body = b"" if answer.ok else answer.body
    return answer


@fault("other-error-shape", "answers errors in a shape that the contract does not have")
def other_error_shape(call: Call, proceed: Proceed, active: ActiveFault) -> Answer:
    answer = proceed()
    return answer if answer.status < 400 else answer.put(["something", "is", "wrong"])


def _replace_first(thing: dict[str, Any], kind: type, value: Any) -> None:
    for name, one in thing.items():
        if isinstance(one, kind):
            thing[name] = value
            return
