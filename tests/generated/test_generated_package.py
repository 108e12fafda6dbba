"""From a contract to a package: the same bytes each time, nothing dropped in silence, nothing of the document run."""

import ast
import copy
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.audit import audit
from pipeline.errors import DocumentError
from pipeline.generate import generate

ROOT = Path(__file__).resolve().parents[2]
SMALL: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "small", "version": "1"},
    "servers": [{"url": "https://api.example.com/v0.1"}],
    "tags": [{"name": "things", "x-bitrise-resource": "gadgets"}],
    "paths": {
        "/things/{thing-slug}": {
            "get": {
                "operationId": "thing-show",
                "tags": ["things"],
                "parameters": [{"name": "thing-slug", "in": "path", "required": True, "schema": {"type": "string"}}],
                "responses": {
                    "200": {
                        "description": "",
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ThingEnvelope"}}},
                    }
                },
            }
        }
    },
    "components": {
        "schemas": {
            "Thing": {
                "type": "object",
                "required": ["slug"],
                "properties": {
                    "slug": {"type": "string"},
                    "kind": {"type": ["string", "null"], "enum": ["a", "b", None]},
                    "parts": {"type": ["array", "null"], "items": {"$ref": "#/components/schemas/Thing"}},
                    "by_name": {"type": "object", "additionalProperties": {"$ref": "#/components/schemas/Thing"}},
                },
            },
            "ThingEnvelope": {
                "type": "object",
                "required": ["data"],
                "properties": {"data": {"$ref": "#/components/schemas/Thing"}},
            },
        }
    },
}
SHOW = ("/things/{thing-slug}", "get")


def small() -> dict[str, Any]:
    return copy.deepcopy(SMALL)


def operation(contract: dict[str, Any]) -> dict[str, Any]:
    return contract["paths"][SHOW[0]][SHOW[1]]


def answer(contract: dict[str, Any]) -> dict[str, Any]:
    return operation(contract)["responses"]["200"]["content"]["application/json"]


def thing(contract: dict[str, Any]) -> dict[str, Any]:
    return contract["components"]["schemas"]["Thing"]


def made(contract: dict[str, Any], folder: Path) -> Path:
    generate(contract, folder / "bitrise_api")
    return folder


def run(folder: Path, code: str) -> str:
    """What `code` prints where the package of `folder` is the one that is imported."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        env={**os.environ, "PYTHONPATH": str(folder)},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_committed_package_is_what_the_contract_gives(contract, tmp_path):
    fresh = contents(made(contract, tmp_path) / "bitrise_api")
    committed = {
        name: data for name, data in contents(ROOT / "generated" / "bitrise_api").items() if "__pycache__" not in name
    }
    assert fresh == committed


def test_the_same_contract_gives_the_same_bytes_whatever_the_hash_seed(tmp_path):
    code = """
import json, sys
from pathlib import Path
from pipeline.generate import generate
generate(json.loads(Path(sys.argv[1]).read_text()), Path(sys.argv[2]))
"""
    (tmp_path / "contract.json").write_text((ROOT / "spec" / "openapi.json").read_text("utf-8"), "utf-8")
    for seed in ("1", "2"):
        subprocess.run(
            [sys.executable, "-c", code, str(tmp_path / "contract.json"), str(tmp_path / seed)],
            env={**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "PYTHONHASHSEED": seed},
            timeout=60,
            check=True,
        )
    assert contents(tmp_path / "1") == contents(tmp_path / "2")


def test_the_order_of_keys_does_not_matter(contract, tmp_path):
    made(_reversed(contract), tmp_path / "reversed")
    made(contract, tmp_path / "plain")
    assert contents(tmp_path / "reversed") == contents(tmp_path / "plain")


def _reversed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _reversed(each) for key, each in reversed(value.items())}
    return [_reversed(each) for each in value] if isinstance(value, list) else value


def test_another_version_of_a_tool_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr("pipeline.generate.version", lambda tool: "0.0.1")
    with pytest.raises(DocumentError, match=r"openapi-python-client is 0\.0\.1.*pip install openapi-python-client=="):
        made(small(), tmp_path)


def test_a_contract_is_left_as_it_was(tmp_path):
    contract = small()
    made(contract, tmp_path)
    assert contract == SMALL


def test_an_operation_that_no_overlay_named_has_its_method(tmp_path):
    folder = made(small(), tmp_path)
    assert (
        run(folder, "import bitrise_api; print(dict(bitrise_api.OPERATIONS))") == "{'thing-show': 'gadgets.thing_show'}"
    )


def test_maps_lists_and_enums_are_read(tmp_path):
    code = """
from bitrise_api.api.things.thing_show import parse_result
parts, by_name = [{"slug": "2", "kind": "z"}], {"x": {"slug": "3"}}
thing = parse_result({"data": {"slug": "1", "by_name": by_name, "kind": "b", "parts": parts}})
print(repr(thing.kind), thing.parts[0].kind, thing.by_name["x"].slug, thing.to_dict())
"""
    assert run(made(small(), tmp_path), code) == (
        "<ThingKind.B: 'b'> z 3 {'slug': '1', 'by_name': {'x': {'slug': '3'}}, "
        "'kind': 'b', 'parts': [{'slug': '2', 'kind': 'z'}]}"
    )


def test_a_resource_is_not_named_as_a_method_of_the_client(tmp_path):
    contract = small()
    operation(contract)["x-bitrise-resource"] = "request"
    folder = made(contract, tmp_path)
    assert run(folder, "import bitrise_api; print(bitrise_api.OPERATIONS['thing-show'])") == "request_.thing_show"


@pytest.mark.parametrize("value", [None, 3, 1.5, "text", "2022-07-18t13:12:35.000z", True, ["x", None], {"slug": "1"}])
def test_a_value_of_several_types_is_read_and_given_back(value, tmp_path):
    contract = small()
    moment = {"type": "string", "format": "date-time"}
    several = [moment, {"type": ["integer", "boolean", "number"]}, {"$ref": "#/components/schemas/Thing"}]
    texts = {"type": "array", "items": {"type": ["string", "null"]}}
    thing(contract)["properties"]["several"] = {"anyOf": [*several, texts, {"type": "string"}, {"type": "null"}]}
    thing(contract)["properties"]["anything"] = {"anyOf": [moment, {}]}
    code = f"""
from bitrise_api.models import Thing
answer = {{"slug": "s", "several": {value!r}, "anything": {value!r}}}
back = Thing.from_dict(answer).to_dict()
assert back == {{key: value for key, value in answer.items() if value is not None}}, back
"""
    run(made(contract, tmp_path), code)


def test_an_operation_with_a_body_and_an_empty_answer_may_give_none(tmp_path):
    contract = small()
    operation(contract)["responses"]["204"] = {"description": ""}
    code = """
from bitrise_api.api.things.thing_show import parse_result
print(parse_result(None), parse_result({"data": {"slug": "1"}}).slug)
"""
    assert run(made(contract, tmp_path), code) == "None 1"


def test_two_successes_with_two_schemas_are_both_read(tmp_path):
    contract = small()
    schemas = contract["components"]["schemas"]
    schemas["Queued"] = {"type": "object", "required": ["at"], "properties": {"at": {"type": "string"}}}
    operation(contract)["responses"]["202"] = {
        "description": "",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Queued"}}},
    }
    code = """
from bitrise_api.api.things.thing_show import parse
print(type(parse({"at": "x"})).__name__, type(parse({"data": {"slug": "1"}})).__name__)
"""
    assert run(made(contract, tmp_path), code) == "Queued ThingEnvelope"


def _xml_answer(contract: dict[str, Any]) -> None:
    operation(contract)["responses"]["200"]["content"] = {"application/xml": {"schema": {"type": "string"}}}


def _form_body(contract: dict[str, Any]) -> None:
    operation(contract)["requestBody"] = {"content": {"multipart/form-data": {"schema": {"type": "object"}}}}


def _cookie(contract: dict[str, Any]) -> None:
    operation(contract)["parameters"].append({"name": "c", "in": "cookie", "schema": {"type": "string"}})


def _missing_schema(contract: dict[str, Any]) -> None:
    answer(contract)["schema"] = {"$ref": "#/components/schemas/Nowhere"}


def _path_without_its_parameter(contract: dict[str, Any]) -> None:
    operation(contract)["parameters"] = []


def _endless_list(contract: dict[str, Any]) -> None:
    contract["components"]["schemas"]["Loop"] = {"type": "array", "items": {"$ref": "#/components/schemas/Loop"}}
    answer(contract)["schema"] = {"$ref": "#/components/schemas/Loop"}


def _reference_to_itself(contract: dict[str, Any]) -> None:
    contract["components"]["schemas"]["Loop"] = {"$ref": "#/components/schemas/Loop"}
    answer(contract)["schema"] = {"$ref": "#/components/schemas/Loop"}


def _part_of_itself(contract: dict[str, Any]) -> None:
    loop = {"allOf": [{"$ref": "#/components/schemas/Loop"}, {"type": "object", "properties": {"a": {}}}]}
    contract["components"]["schemas"]["Loop"] = loop
    answer(contract)["schema"] = {"$ref": "#/components/schemas/Loop"}


def _no_such_member(contract: dict[str, Any]) -> None:
    operation(contract)["x-bitrise-unwrap"] = "datum"


def _no_list_to_paginate(contract: dict[str, Any]) -> None:
    operation(contract)["x-bitrise-pagination"] = {"style": "cursor", "items": "data"}


def _one_method_twice(contract: dict[str, Any]) -> None:
    contract["paths"]["/others"] = {"get": {"operationId": "other", "tags": ["things"], "responses": {}}}
    contract["paths"]["/others"]["get"]["x-bitrise-method"] = "thing_show"


def _one_name_twice(contract: dict[str, Any]) -> None:
    contract["paths"]["/others"] = {"get": {"operationId": "thing_show", "tags": ["things"], "responses": {}}}


def _one_attribute_twice(contract: dict[str, Any]) -> None:
    thing(contract)["properties"]["id"] = {"type": "string", "x-bitrise-attribute": "slug"}


@pytest.mark.parametrize(
    ("spoil", "complaint"),
    [
        (_xml_answer, "thing-show: an answer of 'application/xml'"),
        (_form_body, "thing-show: a request body of 'multipart/form-data'"),
        (_cookie, "thing-show: cookie parameter 'c'"),
        (_missing_schema, "#/components/schemas/Nowhere"),
        (_path_without_its_parameter, "Path parameters do not match"),
        (_endless_list, "Loop"),
        (_reference_to_itself, "Loop"),
        (_part_of_itself, "refers to itself"),
        (_no_such_member, "thing-show has no 'datum'"),
        (_no_list_to_paginate, "thing-show: 'data' is no array"),
        (_one_method_twice, "would both be gadgets.thing_show"),
        (_one_name_twice, "would share the name thing_show"),
        (_one_attribute_twice, "would both be .slug"),
    ],
)
def test_what_cannot_be_generated_is_refused_by_name(spoil, complaint, tmp_path):
    contract = small()
    spoil(contract)
    with pytest.raises(DocumentError) as raised:
        made(contract, tmp_path)
    assert complaint in str(raised.value)
    assert "\n" not in str(raised.value)


NASTY = [
    '"""\nimport os; os.system("touch pwned")\n"""',
    "'); __import__('os').system('touch pwned') #",
    "{__import__('os').system('touch pwned')}",
    "{{ self.__init__.__globals__ }}{% set x = 1 %}",
    "back\\slash\\",
    'ends with a quote"',
    "\u202egnirts\u2066 \x00\x1b[31m \ud7ff",
    "../../../../tmp/pwned",
    "class",
    "self",
    "from_dict",
    "to_dict",
    "additional_properties",
    "__class__",
    "_extra",
    "1st",
    "List",
    "Any",
    "Model",
    "Mapping",
    "type",
    "str",
    "é",
    "日本",
    "",
]


@pytest.mark.parametrize("nasty", NASTY)
def test_names_and_texts_of_the_document_are_never_code(nasty, tmp_path):
    contract = small()
    schema = thing(contract)
    schema["description"] = nasty
    schema["properties"][nasty] = {"type": "string", "description": nasty}
    schema["properties"]["choice"] = {"type": "string", "enum": [nasty, "b"]}
    contract["components"]["schemas"][f"X{nasty}"] = {"type": "object", "properties": {nasty: {"type": "integer"}}}
    schema["properties"]["other"] = {"$ref": f"#/components/schemas/X{nasty}"}
    operation(contract).update({"summary": nasty, "description": nasty})
    operation(contract)["parameters"].append(
        {"name": nasty, "in": "query", "description": nasty, "schema": {"type": "string", "enum": [nasty]}}
    )
    contract["servers"][0]["url"] = f"https://api.example.com/{nasty}"
    code = f"""
import importlib, pkgutil, bitrise_api
for module in pkgutil.walk_packages(bitrise_api.__path__, "bitrise_api."):
    importlib.import_module(module.name)
from bitrise_api.models import Thing
answer = {{"slug": "s", {nasty!r}: "v", "choice": {nasty!r}, "other": {{{nasty!r}: 3}}}}
assert Thing.from_dict(answer).to_dict() == answer
"""
    run(made(contract, tmp_path), code)
    assert not list(tmp_path.rglob("pwned"))
    assert not Path("/tmp/pwned").exists()


@pytest.mark.parametrize("nasty", NASTY)
def test_names_of_operations_and_paths_are_never_code(nasty, tmp_path):
    contract = small()
    told = operation(contract)
    told.update({"operationId": nasty, "tags": [nasty], "x-bitrise-resource": nasty, "x-bitrise-method": nasty})
    contract["paths"] = {f"/{nasty.replace('{', '').replace('}', '')}{SHOW[0]}": {"get": told}}
    try:
        folder = made(contract, tmp_path / "inside")
    except DocumentError as error:
        complaint = str(error)
        assert "gives no identifier" in complaint or "has the name" in complaint
        assert "\n" not in complaint
    else:
        code = "import bitrise_api; print(len(bitrise_api.OPERATIONS)); bitrise_api.Resources()"
        assert run(folder, code) == "1"
    assert {path.name for path in tmp_path.iterdir()} <= {"inside"}
    assert not list(tmp_path.rglob("pwned"))


@pytest.mark.parametrize(
    ("name", "code", "complaint"),
    [
        ("x.py", "import os", "imports os"),
        ("x.py", "from subprocess import run", "imports from subprocess"),
        ("x.py", "def f(): return eval('1')", "uses eval"),
        ("x.py", "print(1)", "top level"),
        ("x.py", "a = print(1)", "calls print"),
        ("x.py", "class A:\n    b = print(1)", "calls print"),
        ("x.py", "def f(a=print(1)): pass", "calls print"),
        ("x.py", "été = 1", "has the name"),
        ("x.py", "def (:", "is not Python"),
        ("sub/x.py", "for a in b: pass", "top level"),
    ],
)
def test_code_of_another_shape_is_refused(name, code, complaint, tmp_path):
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text(code, "utf-8")
    with pytest.raises(DocumentError, match=r"x\.py") as raised:
        audit(tmp_path)
    assert complaint in str(raised.value)


def test_the_generated_code_is_python_of_the_oldest_supported_version():
    for path in (ROOT / "generated" / "bitrise_api").rglob("*.py"):
        ast.parse(path.read_text("utf-8"), feature_version=(3, 11))


def test_the_map_of_operations_is_json_too(contract):
    from bitrise_api import OPERATIONS

    assert json.loads(json.dumps(dict(OPERATIONS))) == dict(OPERATIONS)
