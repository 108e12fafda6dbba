"""A small Swagger 2.0 document in our own words, and a loopback server that answers what a test scripts."""

import copy
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from pipeline.canonical import without_prose

DOCUMENT: dict[str, Any] = {
    "swagger": "2.0",
    "info": {"title": "Tea shop", "version": "0.1", "description": "Sells tea."},
    "host": "tea.example",
    "basePath": "/v0.1",
    "schemes": ["https"],
    "securityDefinitions": {"PersonalAccessToken": {"type": "apiKey", "name": "Authorization", "in": "header"}},
    "paths": {
        "/me": {
            "get": {
                "operationId": "user-profile",
                "summary": "Who drinks",
                "tags": ["user"],
                "produces": ["application/json"],
                "security": [{"PersonalAccessToken": []}],
                "responses": {
                    "200": {"description": "OK", "schema": {"$ref": "#/definitions/v0.UserRespModel"}},
                    "404": {"description": "Not Found", "schema": {"$ref": "#/definitions/service.ErrorRespModel"}},
                },
            }
        },
        "/cups/{cup-slug}": {
            "put": {
                "operationId": "cup-fill",
                "tags": ["cups"],
                "consumes": ["application/json"],
                "parameters": [
                    {"name": "cup-slug", "in": "path", "required": True, "type": "string"},
                    {"name": "sorts", "in": "query", "type": "array", "items": {"type": "string"}},
                    {"name": "limit", "in": "query", "type": "integer", "maximum": 50, "description": "How many"},
                    {"name": "cup", "in": "body", "required": True, "schema": {"$ref": "#/definitions/v0.CupParams"}},
                ],
                "responses": {"204": {"description": "Filled"}},
            }
        },
    },
    "definitions": {
        "v0.UserRespModel": {"type": "object", "properties": {"data": {"$ref": "#/definitions/v0.UserDataModel"}}},
        "v0.UserDataModel": {
            "type": "object",
            "required": ["slug"],
            "properties": {
                "slug": {"type": "string", "example": "abc"},
                "title": {"type": "string", "title": "Honorific", "description": "Prose"},
                "description": {"type": "string"},
                "kind": {"type": "string", "enum": ["guest", "host"]},
            },
        },
        "v0.CupParams": {"type": "object", "required": ["size"], "properties": {"size": {"type": "integer"}}},
        "service.ErrorRespModel": {"type": "object", "properties": {"message": {"type": "string"}}},
    },
}


@pytest.fixture
def document() -> dict[str, Any]:
    return copy.deepcopy(DOCUMENT)


@pytest.fixture
def published(document: dict[str, Any]) -> dict[str, Any]:
    return without_prose(document)


Answer = Callable[[BaseHTTPRequestHandler], None]


class Server(ThreadingHTTPServer):
    """Runs `answer` for each GET and keeps what it was asked."""

    answer: Answer
    asked: list[tuple[str, dict[str, str]]]

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        assert isinstance(self.server, Server)
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answer(self)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    httpd = Server(("127.0.0.1", 0), _Handler)
    httpd.asked = []
    thread = threading.Thread(target=httpd.serve_forever, daemon=True)
    thread.start()
    yield httpd
    httpd.shutdown()
    httpd.server_close()
    thread.join()


@pytest.fixture
def reply() -> Callable[..., Answer]:
    def answer_with(body: bytes | dict[str, Any] = b"", status: int = 200, **headers: str) -> Answer:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            sent = {"Content-Length": str(len(content))} | {k.replace("_", "-"): v for k, v in headers.items()}
            for name, value in sent.items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(content)

        return answer

    return answer_with
