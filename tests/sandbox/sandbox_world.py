"""Finds real slugs in a sandbox, and makes a valid request of each operation of the contract."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from random import Random
from typing import Any

import httpx
import jsonschema
from hypothesis import strategies as st

from bitrise_sandbox import Sandbox
from bitrise_sandbox.contract import Contract
from bitrise_sandbox.synthesis import Synthesis

START = 1_790_000_000.0
DELETES_LAST = {"GET": 0, "POST": 1, "PUT": 2, "PATCH": 3, "DELETE": 4}


def open_client(sandbox: Sandbox, token: str | None = None, **options: Any) -> httpx.Client:
    headers = {"Authorization": f"token {sandbox.token if token is None else token}"}
    return httpx.Client(transport=sandbox.transport(), base_url=sandbox.base_url, headers=headers, **options)


@dataclass
class World:
    sandbox: Sandbox
    client: httpx.Client
    slugs_of: dict[str, str] | None = None
    queries: dict[str, dict[str, Any]] = field(
        default_factory=lambda: {"search-steps": {"query": "script"}, "step-inputs": {"step_ref": "script@1.2.1"}}
    )

    @property
    def document(self) -> Any:
        return self.sandbox.state.contract.document

    def get(self, path: str, **query: Any) -> Any:
        answer = self.client.get(path, params=query)
        assert answer.status_code == 200, (path, answer.status_code, answer.text)
        return answer.json()

    @cached_property
    def app(self) -> str:
        """The app with the most builds."""
        apps = self.get("/apps", limit=50)["data"]
        return str(max(apps, key=lambda app: self._builds(app["slug"]))["slug"])

    @cached_property
    def slugs(self) -> dict[str, str]:
        """A real value for each path parameter of the contract."""
        if self.slugs_of is not None:
            return self.slugs_of
        app = f"/apps/{self.app}"
        build = self.get(f"{app}/builds", status=2)["data"][0]["slug"]
        organization = self.get("/organizations")["data"][0]["slug"]
        hook = self.get(f"{app}/outgoing-webhooks")["data"][0]["slug"]
        items = self.get(f"{app}/outgoing-webhooks/{hook}/delivery-items")["data"]
        lists = {
            "android-keystore-file-slug": "android-keystore-files",
            "build-certificate-slug": "build-certificates",
            "provisioning-profile-slug": "provisioning-profiles",
            "generic-project-file-slug": "generic-project-files",
            "build-request-slug": "build-requests",
        }
        pipelines = self.get(f"{app}/pipelines", pipeline="release", status="succeeded")["data"]
        return {
            "app-slug": self.app,
            "build-slug": build,
            "artifact-slug": self.get(f"{app}/builds/{build}/artifacts")["data"][0]["slug"],
            "org-slug": organization,
            "organization-slug": organization,
            "user-slug": self.get("/me")["data"]["slug"],
            "group-slug": self.client.get(f"/organizations/{organization}/groups").json()[0]["slug"],
            "addon-id": self.get("/addons")["data"][0]["id"],
            "role-name": "admin",
            "secret-name": "SLACK_WEBHOOK",
            "cache-item-id": self.get(f"{app}/cache-items")["data"][0]["id"],
            "pipeline-id": pipelines[0]["slug"],
            "app-webhook-slug": hook,
            "webhook-delivery-item-slug": items[0]["slug"],
            **{name: self.get(f"{app}/{place}")["data"][0]["slug"] for name, place in lists.items()},
        }

    def path(self, template: str, slugs: dict[str, str] | None = None) -> str:
        values = self.slugs if slugs is None else slugs
        return re.sub(r"\{([^}]*)\}", lambda found: values[found[1]], template)

    def operations(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Template, method and operation; what deletes comes last, the innermost first."""
        every = [
            (template, method.upper(), operation)
            for template, item in self.document["paths"].items()
            for method, operation in item.items()
        ]
        return iter(sorted(every, key=lambda one: (DELETES_LAST[one[1]], -len(one[0].split("/")))))

    def body(self, operation: dict[str, Any]) -> Any:
        """A body that the contract allows and that makes sense for what is there."""
        content = operation.get("requestBody", {}).get("content", {})
        if "application/json" not in content:
            return None
        synthesis = Synthesis(self.sandbox.state.contract, Random(7), START)
        value = synthesis.value(content["application/json"]["schema"])
        adjust = _BODIES.get(operation["operationId"])
        return adjust(self, value) if adjust else value

    def request(self, template: str, method: str, operation: dict[str, Any]) -> httpx.Response:
        path = self.path(template)
        if operation["operationId"] == "build-abort":
            path = path.replace(self.slugs["build-slug"], self.trigger())
        if operation["operationId"] == "pipeline-abort":
            path = path.replace(self.slugs["pipeline-id"], self.trigger(pipeline_id="release"))
        query = dict(self.queries.get(operation["operationId"], {}))
        for parameter in operation.get("parameters", []):
            if parameter["in"] == "query" and parameter.get("required"):
                query.setdefault(parameter["name"], parameter["schema"].get("default", 0))
        body = self.body(operation)
        extra = {"json": body} if body is not None else {}
        return self.client.request(method, path, params=query, **extra)

    def trigger(self, **params: Any) -> str:
        params.setdefault("branch", "main")
        answer = self.client.post(f"/apps/{self.app}/builds", json={"build_params": params})
        assert answer.status_code == 201, answer.text
        return str(answer.json()["build_slug"])

    def pages(self, path: str, **query: Any) -> Iterator[list[Any]]:
        while True:
            page = self.get(path, **query)
            yield page["data"]
            following = page["paging"].get("next")
            if not following:
                return
            query["next"] = following

    def _builds(self, app: str) -> int:
        return int(self.get(f"/apps/{app}/builds", limit=1)["paging"]["total_item_count"])


def values(contract: Contract, schema: Any) -> st.SearchStrategy[Any]:
    """Values that a schema allows, as far as the contract's request bodies go."""
    if "anyOf" in schema:
        return st.one_of(*(values(contract, one) for one in schema["anyOf"]))
    resolved = contract.resolve(schema)
    if "enum" in resolved:
        return st.sampled_from(resolved["enum"])
    kind = resolved.get("type")
    if isinstance(kind, list):
        return st.one_of(*(values(contract, {**resolved, "type": one}) for one in kind))
    if kind == "object" or "properties" in resolved:
        properties = {name: values(contract, sub) for name, sub in resolved.get("properties", {}).items()}
        required = {name: one for name, one in properties.items() if name in resolved.get("required", ())}
        optional = {name: one for name, one in properties.items() if name not in required}
        return st.fixed_dictionaries(required, optional=optional)
    if kind == "array":
        return st.lists(values(contract, resolved.get("items", {})), max_size=3)
    simple = {
        "string": st.text(min_size=resolved.get("minLength", 0), max_size=20),
        "integer": st.integers(resolved.get("minimum"), resolved.get("maximum")),
        "boolean": st.booleans(),
        "null": st.none(),
        None: st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    }
    return simple[kind]


def violations(document: Any, operation: dict[str, Any], answer: httpx.Response) -> list[str]:
    """Where an answer is not what the contract says, judged by plain jsonschema."""
    responses = operation["responses"]
    documented = responses.get(str(answer.status_code)) or responses.get(f"{answer.status_code // 100}XX")
    if documented is None:
        return [f"status {answer.status_code} is not documented"]
    if "$ref" in documented:
        documented = document["components"]["responses"][documented["$ref"].rpartition("/")[2]]
    content = documented.get("content")
    if content is None:
        return ["there is a body where none is documented"] if answer.content and answer.is_success else []
    media_type = answer.headers.get("content-type", "").partition(";")[0]
    if media_type not in content:
        return [f"content type {media_type!r} is not documented"]
    value = answer.json() if media_type.endswith("json") else answer.text
    schema = {**content[media_type]["schema"], "components": document["components"]}
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    found = [f"{error.json_path}: {error.message[:200]}" for error in checker.iter_errors(value)]
    return found + [
        f"{where}: not in the contract" for where in undeclared(document, content[media_type]["schema"], value)
    ]


def undeclared(document: Any, schema: Any, value: Any, where: str = "$") -> Iterator[str]:
    """Properties that an answer has and its schema does not, where the schema names any."""
    for _ in range(16):
        if "$ref" in schema:
            schema = document["components"]["schemas"][schema["$ref"].rpartition("/")[2]]
        elif "anyOf" in schema:
            schema = next((one for one in schema["anyOf"] if one.get("type") != "null"), {})
        else:
            break
    parts = [schema, *(part for part in schema.get("allOf", []))]
    properties = {name: sub for part in parts for name, sub in part.get("properties", {}).items()}
    if isinstance(value, dict) and properties and not schema.get("additionalProperties"):
        for name, one in value.items():
            if name in properties:
                yield from undeclared(document, properties[name], one, f"{where}.{name}")
            else:
                yield f"{where}.{name}"
    elif isinstance(value, list) and "items" in schema:
        for position, one in enumerate(value):
            yield from undeclared(document, schema["items"], one, f"{where}[{position}]")


_BODIES: dict[str, Any] = {
    "build-trigger": lambda world, value: {"build_params": {"branch": "main", "workflow_id": "primary"}},
    "app-create": lambda world, value: {k: v for k, v in value.items() if k != "organization_slug"},
    "app-finish": lambda world, value: {k: v for k, v in value.items() if k != "organization_slug"},
    "app-roles-update": lambda world, value: {"groups": []},
    "group-member-add": lambda world, value: {"user_id": world.slugs["user-slug"]},
    "validate-bitrise-yml": lambda world, value: {"bitrise_yml": 'format_version: "13"\nworkflows: {}\n'},
}
