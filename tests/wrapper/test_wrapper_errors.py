"""Errors: one class per status, one line that is enough to act on, the whole answer kept."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
import samples
from hypothesis import given
from hypothesis import strategies as st
from scripted_server import Reply, ScriptedServer

import bitrise_client
from bitrise_client import APIStatusError, Bitrise, BitriseError, ResponseValidationError
from bitrise_client._errors import message_of, status_error_class


@pytest.mark.parametrize(
    ("status", "name"),
    [
        (400, "BadRequestError"),
        (401, "AuthenticationError"),
        (403, "PermissionDeniedError"),
        (404, "NotFoundError"),
        (409, "ConflictError"),
        (418, "APIStatusError"),
        (422, "UnprocessableEntityError"),
        (429, "RateLimitError"),
        (500, "ServerError"),
        (503, "ServerError"),
        (599, "ServerError"),
        (304, "APIStatusError"),
    ],
)
def test_class_and_text_of_a_status(status: int, name: str, server: ScriptedServer, token: str) -> None:
    server.reply(Reply(status, None if status == 304 else {"message": "No such thing"}, headers={"X-Trace": "7"}))
    with Bitrise(token, base_url=server.base_url, max_retries=0) as bitrise, pytest.raises(APIStatusError) as caught:
        bitrise.apps.get("x")
    error = caught.value
    assert type(error).__name__ == name
    assert (error.method, error.path, error.status_code) == ("GET", "/apps/x", status)
    assert error.headers["x-trace"] == "7"
    if status != 304:
        assert str(error) == f"GET /apps/x -> {status}: No such thing"
        assert error.body == {"message": "No such thing"}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"message": "m", "error_msg": "e"}', "m"),
        (b'{"error_msg": "Build already finished"}', "Build already finished"),
        (b'{"error": "e"}', "e"),
        (b'{"error": {"message": "inner"}}', "inner"),
        (b'{"errors": ["a", {"message": "b"}]}', "a; b"),
        (b'{"message": "", "error": "e"}', "e"),
        (b'{"message": null, "errors": []}', '{"message": null, "errors": []}'),
        (b'{"message": {"why": 1}}', '{"why": 1}'),
        (b"<html>\n  <h1>502 Bad  Gateway</h1></html>", "<html> <h1>502 Bad Gateway</h1></html>"),
        (b"plain text", "plain text"),
        (b'["a"]', '["a"]'),
        (b"", "Not Found"),
        (b"\xff\xfe", "\ufffd\ufffd"),
        (b"x" * 5000, "x" * 300 + "…"),
    ],
)
def test_message(body: bytes, message: str) -> None:
    assert message_of(body, 404) == message


@given(st.binary(max_size=400), st.integers(100, 999))
def test_any_body_makes_a_message_of_one_line(body: bytes, status: int) -> None:
    message = message_of(body, status)
    assert message
    assert "\n" not in message
    assert len(message) <= 301
    error = status_error_class(status)("GET", "/x", status, message, content=body)
    assert repr(error)
    assert isinstance(error.body, object)


def test_html_instead_of_json(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(200, body=b"<html>Sign in</html>", headers={"Content-Type": "text/html; charset=utf-8"}))
    with pytest.raises(ResponseValidationError, match="expected JSON, received text/html") as caught:
        client.users.me()
    assert caught.value.content == b"<html>Sign in</html>"
    assert caught.value.status_code == 200
    assert len(server.received) == 1


def test_html_instead_of_text(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(200, body=b"<html>Sign in</html>", headers={"Content-Type": "text/html"}))
    with pytest.raises(ResponseValidationError, match="received text/html"):
        client.bitrise_yml.get("app")


def test_bytes_that_are_no_text(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(200, body=b"\xff\xfe\x00", headers={"Content-Type": "text/plain"}))
    with pytest.raises(ResponseValidationError, match="UTF-8"):
        client.bitrise_yml.get("app")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"[]",
        b'"text"',
        b"{}",
        b'{"data": null}',
        b'{"data": []}',
        b'{"data": {"slug": 7}}',
        b"{",
        b"[" * 5000,
    ],
)
def test_answers_that_break_the_contract_carry_the_raw_answer(
    body: bytes, server: ScriptedServer, client: Bitrise
) -> None:
    server.reply(Reply(200, body=body, headers={"Content-Type": "application/json"}))
    with pytest.raises(ResponseValidationError) as caught:
        client.apps.get("x")
    assert caught.value.content == body
    assert str(caught.value).startswith("GET /apps/x -> 200: ")
    assert caught.value.__context__ is None


def test_any_2xx_is_a_success(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(203, {"data": samples.app()}))
    assert client.apps.get("a").slug == "a"


def test_empty_answer_is_none(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(204))
    assert client.secrets.delete("app", "NAME") is None


def test_text_answer_is_a_str_and_its_errors_are_read_as_json(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(200, body=b"format_version: '13'\n", headers={"Content-Type": "text/plain"}))
    assert client.bitrise_yml.get("app") == "format_version: '13'\n"
    server.reply(Reply(404, {"message": "no config"}))
    with pytest.raises(bitrise_client.NotFoundError, match="404: no config"):
        client.bitrise_yml.get("app")


def errors() -> list[BitriseError]:
    kinds: list[Any] = [getattr(bitrise_client, name) for name in bitrise_client.__all__]
    made: list[BitriseError] = []
    for kind in kinds:
        if not (isinstance(kind, type) and issubclass(kind, BitriseError)):
            continue
        if issubclass(kind, bitrise_client.APIResponseError):
            made.append(kind("GET", "/x", 400, "said", headers={"a": "b"}, content=b"{}"))
        elif issubclass(kind, bitrise_client.APIConnectionError):
            made.append(kind("GET", "/x", "refused", may_have_been_received=False))
        elif kind is bitrise_client.PaginationError:
            made.append(kind("GET", "/x", "said", cursor="c"))
        elif kind in (bitrise_client.BuildFailed, bitrise_client.WaitTimeout):
            made.append(kind("said", None))
        elif kind is bitrise_client.UploadError:
            made.append(kind("said", slug="s", step="confirm"))
        else:
            made.append(kind("said"))
    return made


@pytest.mark.parametrize("error", errors(), ids=lambda error: type(error).__name__)
def test_every_error_can_be_pickled(error: BitriseError) -> None:
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)
    assert type(error).__doc__
