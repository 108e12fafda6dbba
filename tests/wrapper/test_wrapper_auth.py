"""The token: where it comes from, what is refused, and where it never appears."""

from __future__ import annotations

import asyncio
import logging
import traceback

import pytest
import samples
from scripted_server import Reply, ScriptedServer

from bitrise_client import (
    APIConnectionError,
    AsyncBitrise,
    AuthenticationError,
    Bitrise,
    BitriseError,
    ConfigurationError,
    NotFoundError,
    ResponseValidationError,
)

ME = Reply(json={"data": samples.user()})


def test_token_from_the_environment(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BITRISE_TOKEN", "from-the-environment")
    server.reply(ME)
    with Bitrise(base_url=server.base_url) as bitrise:
        bitrise.users.me()
    assert server.received[0].headers["Authorization"] == "token from-the-environment"


def test_base_url_from_the_environment(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BITRISE_API_BASE_URL", server.base_url)
    server.reply(ME)
    with Bitrise("x" * 10) as bitrise:
        assert bitrise.users.me().username == "ann"


@pytest.mark.parametrize("value", [None, ""])
def test_missing_token_names_the_variable(value: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BITRISE_TOKEN", raising=False)
    if value is not None:
        monkeypatch.setenv("BITRISE_TOKEN", value)
    for client in (Bitrise, AsyncBitrise):
        with pytest.raises(ConfigurationError, match="BITRISE_TOKEN") as caught:
            client()
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("secret-part\n", "line break"),
        ("secret-part\r\nX-Evil: 1", "line break"),
        ("token secret-part", "white space"),
        ("secret-part\t", "white space"),
        ("secret-pärt", "printable ASCII"),
        ("secret-part\x00", "printable ASCII"),
        ("secret-part\u2028", "white space"),
        ("", "empty"),
        (b"secret-part", "must be a str"),
    ],
)
def test_malformed_token_is_refused_without_being_quoted(
    token: str, said: str, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    if isinstance(token, str):
        with pytest.raises(ConfigurationError, match=said) as caught:
            Bitrise(token)
        assert "secret" not in str(caught.value)
    with Bitrise(lambda: token, base_url=server.base_url) as bitrise, pytest.raises(ConfigurationError) as caught:
        bitrise.users.me()
    assert said in str(caught.value)
    assert "secret" not in str(caught.value)
    assert server.received == []


def test_token_function_is_asked_before_each_request(server: ScriptedServer) -> None:
    tokens = iter(["first", "second"])
    server.reply(ME)
    with Bitrise(lambda: next(tokens), base_url=server.base_url) as bitrise:
        bitrise.users.me()
        bitrise.users.me()
    assert [request.headers["Authorization"] for request in server.received] == ["token first", "token second"]


def test_async_token_function(server: ScriptedServer) -> None:
    async def token() -> str:
        await asyncio.sleep(0)
        return "awaited"

    async def main() -> None:
        async with AsyncBitrise(token, base_url=server.base_url) as bitrise:
            await bitrise.users.me()

    server.reply(ME)
    asyncio.run(main())
    assert server.received[0].headers["Authorization"] == "token awaited"


def test_coroutine_function_needs_the_async_client(server: ScriptedServer) -> None:
    async def token() -> str:
        return "never"

    with (
        Bitrise(token, base_url=server.base_url) as bitrise,  # type: ignore[arg-type]
        pytest.raises(ConfigurationError, match="AsyncBitrise"),
    ):
        bitrise.users.me()


def test_redirect_to_another_host_carries_no_token(server: ScriptedServer, other_server: ScriptedServer) -> None:
    server.reply(Reply(302, headers={"Location": f"{other_server.address}/me"}))
    other_server.reply(ME)
    with Bitrise("tok-abc", base_url=server.base_url) as bitrise:
        assert bitrise.users.me().username == "ann"
    assert server.received[0].headers["Authorization"] == "token tok-abc"
    assert "Authorization" not in other_server.received[0].headers


def test_redirect_within_the_api_keeps_the_token(server: ScriptedServer) -> None:
    server.reply(Reply(307, headers={"Location": "/v0.1/elsewhere"}), ME)
    with Bitrise("tok-abc", base_url=server.base_url) as bitrise:
        bitrise.users.me()
    assert [request.headers["Authorization"] for request in server.received] == ["token tok-abc"] * 2


def test_redirect_away_and_back_signs_only_at_home(server: ScriptedServer, other_server: ScriptedServer) -> None:
    server.reply(Reply(302, headers={"Location": f"{other_server.address}/x"}), ME)
    other_server.reply(Reply(302, headers={"Location": f"{server.base_url}/me"}))
    with Bitrise("tok-abc", base_url=server.base_url) as bitrise:
        bitrise.users.me()
    assert "Authorization" not in other_server.received[0].headers
    assert server.received[1].headers["Authorization"] == "token tok-abc"


def test_endless_redirects_end(server: ScriptedServer) -> None:
    server.reply(Reply(302, headers={"Location": "/v0.1/me"}))
    with (
        Bitrise("tok-abc", base_url=server.base_url, max_retries=0) as bitrise,
        pytest.raises(APIConnectionError, match="redirects"),
    ):
        bitrise.users.me()
    assert len(server.received) == 6


def test_redirected_post_is_an_error_not_a_get(server: ScriptedServer) -> None:
    server.reply(Reply(302, headers={"Location": "/v0.1/elsewhere"}))
    with Bitrise("tok-abc", base_url=server.base_url) as bitrise, pytest.raises(BitriseError, match="302"):
        bitrise.builds.trigger("app", branch="main")
    assert [request.method for request in server.received] == ["POST"]


def test_token_in_no_repr_and_no_log(server: ScriptedServer, token: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    server.reply(ME)
    with Bitrise(token, base_url=server.base_url) as bitrise:
        bitrise.users.me()
        shown = [repr(bitrise), str(bitrise), repr(vars(bitrise)), repr(bitrise.users), repr(bitrise.with_options())]
    assert token not in "".join(shown)
    assert token not in caplog.text
    assert "GET /me -> 200" in caplog.text


@pytest.mark.parametrize(
    "reply",
    [
        Reply(401, {"message": "token tok-3f9a-of-the-tests is revoked"}),
        Reply(404, body=b"<html>Authorization: token tok-3f9a-of-the-tests</html>"),
        Reply(404, {"message": "x"}, headers={"X-Echo": "tok-3f9a-of-the-tests"}),
        Reply(200, {"data": "tok-3f9a-of-the-tests"}),
        Reply(200, body=b"tok-3f9a-of-the-tests", headers={"Content-Type": "text/plain"}),
    ],
)
def test_token_echoed_by_the_server_is_redacted(reply: Reply, server: ScriptedServer, token: str) -> None:
    server.reply(reply)
    with Bitrise(token, base_url=server.base_url) as bitrise, pytest.raises(BitriseError) as caught:
        bitrise.users.me()
    error = caught.value
    assert isinstance(error, AuthenticationError | NotFoundError | ResponseValidationError)
    kept = repr(error), str(error), repr(error.body), repr(error.content), repr(dict(error.headers)), repr(vars(error))
    assert token not in "".join(kept)
    assert everything_shown_of(error).count(token) == 0


def test_connection_error_holds_no_token(refused_url: str, token: str, no_delays: list[float]) -> None:
    with Bitrise(token, base_url=refused_url) as bitrise, pytest.raises(APIConnectionError) as caught:
        bitrise.users.me()
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None
    assert token not in everything_shown_of(caught.value)


def everything_shown_of(error: BaseException) -> str:
    """The traceback with the local variables of every frame, as error reporters send it."""
    shown = traceback.TracebackException.from_exception(error, capture_locals=True)
    frames = [frame for frame in shown.stack if "bitrise_client" in frame.filename or "http" in frame.filename]
    assert frames
    return "".join(f"{frame.name}{frame.locals}" for frame in frames)
