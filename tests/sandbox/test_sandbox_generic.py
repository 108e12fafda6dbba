"""A new plain operation in the contract is served though nobody wrote code for it."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from sandbox_world import START, World, violations

from bitrise_sandbox import Sandbox
from bitrise_sandbox.contract import ContractError, load_contract

CONTRACT = json.loads((Path(__file__).resolve().parents[2] / "spec" / "openapi.json").read_bytes())

WIDGET = {
    "type": "object",
    "required": ["slug", "title", "size", "made_at"],
    "properties": {
        "slug": {"type": "string"},
        "title": {"type": "string", "minLength": 2},
        "size": {"type": "integer", "minimum": 1, "maximum": 9},
        "kind": {"type": ["string", "null"], "enum": ["round", "square", None]},
        "made_at": {"type": "string", "format": "date-time"},
        "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Part"}},
    },
}
PART = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
PARAMS = {
    "type": "object",
    "required": ["title"],
    "properties": {"title": {"type": "string"}, "size": {"type": "integer"}},
}


def parameter(name: str, place: str, **schema: Any) -> dict[str, Any]:
    return {"name": name, "in": place, "required": place == "path", "schema": {"type": "string", **schema}}


def operation(name: str, answer: Any, *, status: str = "200", parameters: Any = (), body: Any = None) -> dict[str, Any]:
    responses = {
        status: {"description": "", **({"content": {"application/json": {"schema": answer}}} if answer else {})}
    }
    for code in ("400", "401", "403", "404"):
        content = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
        responses[code] = {"description": "", "content": content}
    made = {"operationId": name, "parameters": list(parameters), "responses": responses, "security": [{"Any": []}]}
    if body is not None:
        made["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    return made


@pytest.fixture
def widgets(tmp_path: Path) -> Sandbox:
    document = copy.deepcopy(CONTRACT)
    one = {"type": "object", "required": ["data"], "properties": {"data": {"$ref": "#/components/schemas/Widget"}}}
    items = {"type": "array", "items": {"$ref": "#/components/schemas/Widget"}}
    paging = {"$ref": "#/components/schemas/Paging"}
    many = {"type": "object", "required": ["data"], "properties": {"data": items, "paging": paging}}
    document["components"]["schemas"] |= {"Widget": WIDGET, "Part": PART}
    app, slug = parameter("app-slug", "path"), parameter("widget-slug", "path")
    limit = parameter("limit", "query", type="integer", minimum=1, maximum=5)
    document["paths"]["/apps/{app-slug}/widgets"] = {
        "get": operation("widget-list", many, parameters=[app, limit, parameter("next", "query")]),
        "post": operation("widget-create", one, status="201", parameters=[app], body=PARAMS),
    }
    document["paths"]["/apps/{app-slug}/widgets/{widget-slug}"] = {
        "get": operation("widget-show", one, parameters=[app, slug]),
        "patch": operation("widget-update", one, parameters=[app, slug], body={**PARAMS, "required": []}),
        "delete": operation("widget-delete", None, status="204", parameters=[app, slug]),
    }
    document["paths"]["/apps/{app-slug}/widgets/{widget-slug}/polish"] = {
        "post": operation("widget-polish", one, parameters=[app, slug])
    }
    document["paths"]["/widget-settings"] = {
        "get": operation("widget-settings-show", {"type": "object", "properties": {"on": {"type": "boolean"}}}),
        "put": operation(
            "widget-settings-update",
            {"type": "object", "properties": {"on": {"type": "boolean"}}},
            body={"type": "object", "properties": {"on": {"type": "boolean"}}},
        ),
    }
    path = tmp_path / "contract.json"
    path.write_text(json.dumps(document))
    return Sandbox(contract=path, start=START, apps=4, builds=20)


def test_new_operations_need_no_code(widgets: Sandbox, make_client: Callable[..., httpx.Client]) -> None:
    world = World(widgets, client := make_client(widgets))
    document, path = world.document, f"/apps/{world.app}/widgets"

    def right(method: str, template: str, answer: httpx.Response) -> Any:
        assert violations(document, document["paths"][template][method], answer) == []
        return answer.json() if answer.content else None

    many, one = "/apps/{app-slug}/widgets", "/apps/{app-slug}/widgets/{widget-slug}"
    seeded = right("get", many, client.get(path))["data"]
    assert seeded
    made = right("post", many, client.post(path, json={"title": "Wheel", "size": 4}))["data"]
    assert (made["title"], made["size"]) == ("Wheel", 4)
    place = f"{path}/{made['slug']}"
    assert right("get", one, client.get(place))["data"] == made
    slugs = [item["slug"] for page in world.pages(path, limit=2) for item in page]
    assert sorted(slugs) == sorted([made["slug"], *(item["slug"] for item in seeded)])
    changed = right("patch", one, client.patch(place, json={"title": "Cog"}))["data"]
    assert changed == {**made, "title": "Cog"}
    assert right("get", one, client.get(place))["data"] == changed
    assert right("post", f"{one}/polish", client.post(f"{place}/polish"))["data"] == changed
    assert client.post(path, json={"size": 4}).status_code == 400
    assert client.get(path, params={"limit": 6}).status_code == 400
    assert client.get(path, headers={"Authorization": ""}).status_code == 401
    assert client.put(place).status_code == 405
    assert client.delete(place).status_code == 204
    assert client.get(place).status_code == client.delete(place).status_code == 404
    assert client.get("/apps/nowhere/widgets").status_code == 404
    assert client.put("/widget-settings", json={"on": True}).json() == {"on": True}
    assert client.get("/widget-settings").json() == {"on": True}


@pytest.mark.parametrize(
    ("text", "words"), [("{", "not JSON"), ("[]", "not an OpenAPI 3"), ('{"swagger": "2.0"}', "not an OpenAPI 3")]
)
def test_a_contract_that_is_none(tmp_path: Path, text: str, words: str) -> None:
    path = tmp_path / "contract.json"
    path.write_text(text)
    with pytest.raises(ContractError, match=words):
        load_contract(path)
    with pytest.raises(ContractError, match="cannot read"):
        load_contract(tmp_path / "missing.json")
