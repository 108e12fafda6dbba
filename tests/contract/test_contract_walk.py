"""Following the links through the sandbox, each leads to something that is there."""

import re
from collections import deque
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from bitrise_sandbox import Sandbox

# Where a walk begins: whatever needs no path parameter.
ROOTS = ("app-list", "app-create", "build-list-all", "pipeline-list-all", "org-list", "user-profile", "addons-list")

# What the first of a list is asked for: a build that has ended well has artifacts and a log.
QUERIES = {"build-list": {"status": 1}}

# Links that are right although this walk's thing refuses them, and why.
REFUSED = {
    ("build-list", "build-ai-summary"): "not every build has a summary",
    ("pipeline-list", "pipeline-abort"): "it has ended",
    ("pipeline-show", "pipeline-abort"): "it has ended",
    ("pipeline-list", "pipeline-rebuild"): "it has not ended, or is no pipeline",
    ("secret-list", "secret-value-get"): "it is protected",
    ("organization-group-add", "group-member-add"): "the body names no member",
    ("app-secret-create", "secret-delete"): "another link has deleted it",
}

# Kept to the end of a walk, so that nothing is gone before its other links are followed.
LAST = re.compile(r"delete|abort|remove")

VALUES = {"string": "x", "integer": 1, "boolean": True, "array": [], "object": {}}


class Walk:
    """Requests of the contract against a server, each answer leading on by its links."""

    def __init__(self, sandbox: Sandbox, client: httpx.Client, operations: dict[str, Any], resolve: Any) -> None:
        self._sandbox, self._client, self._operations, self._resolve = sandbox, client, operations, resolve
        self.followed: dict[tuple[str, str], httpx.Response] = {}

    def run(self) -> None:
        waiting = deque((identity, {}, "") for identity in ROOTS)
        expanded: set[tuple[str, str]] = set()
        while waiting:
            identity, parameters, origin = waiting.popleft()
            if LAST.search(identity) and any(not LAST.search(each) for each, *_ in waiting):
                waiting.append((identity, parameters, origin))
                continue
            answer = self._send(identity, parameters)
            self.followed[origin, identity] = answer
            if answer.is_success and (identity, origin) not in expanded:
                expanded.add((identity, origin))
                waiting += [
                    (target, found, identity)
                    for target, found in self._links(identity, parameters, answer)
                    if (identity, target) not in self.followed
                ]

    def _links(
        self, identity: str, parameters: dict[str, str], answer: httpx.Response
    ) -> Iterator[tuple[str, dict[str, str]]]:
        described = self._operations[identity]["responses"][str(answer.status_code)]
        for link in described.get("links", {}).values():
            found = {name: _evaluate(each, parameters, answer) for name, each in link["parameters"].items()}
            if all(found.values()):
                yield link["operationId"], found

    def _send(self, identity: str, parameters: dict[str, str]) -> httpx.Response:
        operation = self._operations[identity]
        path = re.sub(r"\{([^}]+)\}", lambda match: quote(parameters[match[1]], safe=""), operation["path"])
        asked = [each for each in operation.get("parameters", []) if each["in"] == "query" and each.get("required")]
        query = {each["name"]: 1 for each in asked} | QUERIES.get(identity, {})
        content = operation.get("requestBody", {}).get("content", {})
        body = {"json": self._value(content["application/json"]["schema"])} if content else {}
        answer = self._client.request(operation["verb"], path, params=query, **body)
        if identity == "build-trigger":
            self._sandbox.advance(10)  # until there is a log to ask for
        return answer

    def _value(self, schema: dict[str, Any]) -> Any:
        schema = self._resolve(schema)
        if "anyOf" in schema:
            return self._value(schema["anyOf"][0])
        if "enum" in schema:
            return schema["enum"][0]
        if schema.get("type") == "object" and "properties" in schema:
            return {key: self._value(schema["properties"][key]) for key in schema.get("required", [])}
        return VALUES[schema["type"]]


def _evaluate(expression: str, parameters: dict[str, str], answer: httpx.Response) -> Any:
    if expression.startswith("$request.path."):
        return parameters[expression.removeprefix("$request.path.")]
    value = answer.json()
    for step in expression.partition("#/")[2].split("/"):
        try:
            value = value[int(step)] if isinstance(value, list) else value[step]
        except (IndexError, KeyError):
            return None
    return value


@pytest.fixture(scope="module")
def walk(operations, resolve) -> Walk:
    sandbox = Sandbox(seed=1)
    with httpx.Client(
        transport=sandbox.transport(),
        base_url=sandbox.base_url,
        headers={"Authorization": f"token {sandbox.token}"},
    ) as client:
        walk = Walk(sandbox, client, operations, resolve)
        walk.run()
    return walk


def test_every_link_leads_to_what_is_there(walk):
    lost = {
        link: (answer.status_code, answer.text[:200])
        for link, answer in walk.followed.items()
        if not answer.is_success and link not in REFUSED
    }
    assert lost == {}


def test_every_link_was_followed(walk, operations):
    links = {
        (identity, link["operationId"])
        for identity, operation in operations.items()
        for response in operation["responses"].values()
        for link in response.get("links", {}).values()
    }
    assert set(REFUSED) <= links
    assert links - set(walk.followed) == set()
