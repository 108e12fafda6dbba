"""A small document to compare with what becomes of it."""

from collections.abc import Callable
from typing import Any

import pytest

Document = dict[str, Any]


@pytest.fixture(scope="session")
def api() -> Callable[..., Document]:
    """Makes an OpenAPI 3.1 document of one operation, `thing-show`, from its schemas and other parts."""

    def made(
        *,
        response: Any = None,
        request: Any = None,
        parameters: list[Any] | None = None,
        schemas: dict[str, Any] | None = None,
        path: str = "/things/{slug}",
        extra_paths: dict[str, Any] | None = None,
        top: dict[str, Any] | None = None,
        **operation: Any,
    ) -> Document:
        slug = {"name": path[path.index("{") + 1 : path.index("}")], "in": "path", "schema": {"type": "string"}}
        described: dict[str, Any] = {
            "operationId": "thing-show",
            "parameters": [slug, *(parameters or [])],
            "responses": {"200": {"content": {"application/json": {"schema": response or {}}}}},
        }
        if request is not None:
            described["requestBody"] = {"content": {"application/json": {"schema": request}}}
        return {
            "openapi": "3.1.0",
            "paths": {path: {"get": {**described, **operation}}, **(extra_paths or {})},
            "components": {"schemas": schemas or {}, "securitySchemes": {}},
            **(top or {}),
        }

    return made
