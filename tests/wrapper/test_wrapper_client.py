"""The client itself: options, closing, threads, processes, hooks, proxies, what is exported."""

from __future__ import annotations

import asyncio
import copy
import gc
import inspect
import logging
import multiprocessing
import os
import pickle
import shutil
import ssl
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest
import samples
from scripted_server import Received, Reply, ScriptedServer

import bitrise_api
import bitrise_client
from bitrise_client import (
    APIConnectionError,
    AsyncBitrise,
    Bitrise,
    ConfigurationError,
    RequestEvent,
    ResponseEvent,
    ServerError,
)

ME = Reply(json={"data": samples.user()})


def test_every_operation_is_a_method() -> None:
    with Bitrise("x" * 9) as bitrise:
        asynchronous = AsyncBitrise("x" * 9)
        assert len(bitrise_api.OPERATIONS) == 120
        for name in bitrise_api.OPERATIONS.values():
            resource, _, method = name.partition(".")
            for client in (bitrise, asynchronous):
                assert callable(getattr(getattr(client, resource), method)), name


def test_both_clients_have_the_same_methods() -> None:
    def public(thing: object) -> set[str]:
        return {name for name in dir(thing) if not name.startswith("_")}

    with Bitrise("x" * 9) as bitrise:
        asynchronous = AsyncBitrise("x" * 9)
        assert public(bitrise) - {"close"} == public(asynchronous) - {"aclose"}
        for resource in {name.partition(".")[0] for name in bitrise_api.OPERATIONS.values()}:
            assert public(getattr(bitrise, resource)) == public(getattr(asynchronous, resource))


def test_help_shows_what_a_job_returns() -> None:
    with Bitrise("x" * 9) as bitrise:
        assert str(inspect.signature(bitrise.builds.wait)).endswith("-> 'Build'")
        assert "Generator[LogText" in str(inspect.signature(bitrise.builds.follow_log))
        assert "Raises:" in (bitrise.artifacts.download.__doc__ or "")


def test_every_public_name_exists_and_is_documented() -> None:
    for name in bitrise_client.__all__:
        value = getattr(bitrise_client, name)
        assert value.__doc__, name
        if isinstance(value, type) and value.__module__.startswith("bitrise_client"):
            for attribute, member in vars(value).items():
                if not attribute.startswith("_") and callable(member):
                    assert member.__doc__, f"{name}.{attribute}"
    assert set(bitrise_client.__all__) <= set(dir(bitrise_client))
    with pytest.raises(AttributeError, match="nothing_like_it"):
        bitrise_client.nothing_like_it  # noqa: B018


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"base_url": "api.bitrise.io"}, "base_url must be an address"),
        ({"base_url": "ftp://x/y"}, "base_url must be an address"),
        ({"base_url": "http://[::1"}, "base_url must be an address"),
        ({"base_url": "https://me:secret@x/v0.1"}, "must not hold a user name"),
        ({"base_url": "https://x/v0.1?a=b"}, "a query"),
        ({"timeout": 0}, "timeout must be a positive number"),
        ({"timeout": "5"}, "timeout must be a positive number"),
        ({"max_retries": -1}, "max_retries must be a whole number"),
        ({"max_retries": 1.5}, "max_retries must be a whole number"),
    ],
)
def test_bad_options_are_refused_in_one_line(options: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigurationError, match=said) as caught:
        Bitrise("x" * 9, **options)
    assert "\n" not in str(caught.value)
    assert "secret" not in str(caught.value)


def test_trailing_slash_of_the_base_url(server: ScriptedServer, token: str) -> None:
    server.reply(ME)
    with Bitrise(token, base_url=server.base_url + "/") as bitrise:
        bitrise.users.me()
    assert server.received[0].path == "/v0.1/me"


def test_with_options_leaves_the_original_alone(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(500))
    with client.with_options(max_retries=0) as once, pytest.raises(ServerError):
        once.users.me()
    assert len(server.received) == 1
    server.reply(Reply(500), ME)
    client.users.me()  # not closed, and still retried
    with pytest.raises(ConfigurationError):
        client.with_options(timeout=-1)


def test_closed_client_says_so(server: ScriptedServer, token: str) -> None:
    server.reply(ME)
    bitrise = Bitrise(token, base_url=server.base_url)
    bitrise.users.me()
    bitrise.close()
    bitrise.close()
    with pytest.raises(ConfigurationError, match="closed"):
        bitrise.users.me()
    Bitrise(token).close()


def test_request_for_what_the_contract_lacks(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json={"new": 1}), Reply(204), Reply(200, body=b"text", headers={"Content-Type": "text/plain"}))
    assert client.request("post", "/new/thing", params={"a": 1, "b": None}, body={"x": [1]}) == {"new": 1}
    assert client.request("DELETE", "/new/thing") is None
    assert client.request("GET", "/new/thing") == "text"
    first = server.received[0]
    assert (first.method, first.path, first.query, first.json) == ("POST", "/v0.1/new/thing", {"a": "1"}, {"x": [1]})


@pytest.mark.parametrize("path", ["me", "//evil.example/me", "https://evil.example/", "/me?x=1", "/me#x"])
def test_request_goes_nowhere_else(path: str, server: ScriptedServer, client: Bitrise) -> None:
    with pytest.raises(ValueError, match="path must start with one slash"):
        client.request("GET", path)
    with pytest.raises(ValueError, match="method must be one of"):
        client.request("BREW", "/me")
    assert server.received == []


@pytest.mark.parametrize("value", [float("nan"), object(), {"a": {1, 2}}])
def test_body_that_is_no_json_is_refused_before_it_is_sent(value: Any, server: ScriptedServer, client: Bitrise) -> None:
    with pytest.raises((ValueError, TypeError)):
        client.request("POST", "/x", body=value)
    assert server.received == []


def test_query_parameters_are_spelled_as_the_api_reads_them(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json={}))
    client.request("GET", "/x", params={"a": "ü &=+/%", "b": True, "c": ["x", "y z"], "d": 7, "e": 0, "f": False})
    assert server.received[0].raw_query == "a=%C3%BC%20%26%3D%2B%2F%25&b=true&c=x&c=y%20z&d=7&e=0&f=false"


def test_slugs_are_one_path_segment(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json={"data": samples.app()}))
    client.apps.get("a/../b?c#d é")
    assert server.received[0].path == "/v0.1/apps/a%2F..%2Fb%3Fc%23d%20%C3%A9"
    for slug in ("", ".", ".."):
        with pytest.raises(ValueError, match="app_slug"):
            client.apps.get(slug)


def test_hooks_and_log(server: ScriptedServer, token: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "bitrise_client")
    events: list[RequestEvent | ResponseEvent] = []
    server.reply(ME)
    with Bitrise(token, base_url=server.base_url, on_request=events.append, on_response=events.append) as bitrise:
        bitrise.users.me()
    assert isinstance(events[0], RequestEvent)
    assert isinstance(events[1], ResponseEvent)
    assert (events[1].method, events[1].path, events[1].status_code) == ("GET", "/me", 200)
    assert 0 < events[1].elapsed < 10
    assert "GET /me -> 200 in 0." in caplog.text


def test_user_agent(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(ME)
    client.users.me()
    assert server.received[0].headers["User-Agent"].startswith("bitrise-client/")


def test_sixteen_threads(server: ScriptedServer, client: Bitrise) -> None:
    def script(request: Received) -> Reply:
        return Reply(json={"data": samples.app(request.path.rpartition("/")[2])})

    server.script = script
    with ThreadPoolExecutor(16) as pool:
        found = list(pool.map(lambda number: client.apps.get(f"s{number}").slug, range(400)))
    assert found == [f"s{number}" for number in range(400)]


def test_first_use_from_many_threads(server: ScriptedServer, token: str) -> None:
    server.reply(ME)
    for _ in range(5):
        with Bitrise(token, base_url=server.base_url) as bitrise, ThreadPoolExecutor(16) as pool:
            assert {each.username for each in pool.map(lambda _: bitrise.users.me(), range(32))} == {"ann"}


@pytest.mark.parametrize("make", [Bitrise, AsyncBitrise])
def test_pickling_and_copying_say_why_not(make: Any) -> None:
    client = make("token-of-a-test")
    for attempt in (pickle.dumps, copy.copy, copy.deepcopy):
        with pytest.raises(TypeError, match="cannot be pickled or copied") as caught:
            attempt(client)
        assert "token-of-a-test" not in str(caught.value)


def _username(client: Bitrise, results: Any) -> None:
    results.put((client.users.me().username, os.getpid()))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_client_works_after_a_fork(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(ME)
    client.users.me()
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    child = context.Process(target=_username, args=(client, results))
    child.start()
    username, pid = results.get(timeout=20)
    child.join(20)
    assert (username, child.exitcode) == ("ann", 0)
    assert pid != os.getpid()
    assert client.users.me().username == "ann"


def test_client_with_its_own_transport_says_after_a_fork_that_it_cannot(
    token: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(200, json={"data": samples.user()}))
    with Bitrise(token, transport=transport) as bitrise:
        bitrise.users.me()
        monkeypatch.setattr("bitrise_client._wire._forks", 7)
        with pytest.raises(ConfigurationError, match="after a fork"):
            bitrise.users.me()
        monkeypatch.undo()


def test_own_transport(token: str) -> None:
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={"data": samples.user(request.url.host)}))
    with Bitrise(token, base_url="https://example.test/v0.1", transport=transport) as bitrise:
        assert bitrise.users.me().username == "example.test"


def test_proxy_from_the_environment(server: ScriptedServer, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    server.reply(ME)
    monkeypatch.setenv("HTTP_PROXY", server.address)
    monkeypatch.setenv("NO_PROXY", "")
    with Bitrise(token, base_url="http://api.example.test/v0.1") as bitrise:
        assert bitrise.users.me().username == "ann"
    assert server.received[0].headers["Host"] == "api.example.test"
    with Bitrise(token, base_url=server.base_url, trust_env=False) as bitrise:
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
        assert bitrise.users.me().username == "ann"


def test_tls_context_is_shared(token: str) -> None:
    from bitrise_client._wire import ssl_context

    assert ssl_context(True, None, None) is ssl_context(True, None, None)


@pytest.mark.skipif(shutil.which("openssl") is None, reason="needs openssl to make a certificate")
def test_own_certificate_authority(tmp_path: Path, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
        f"-addext subjectAltName=IP:127.0.0.1 -keyout {key} -out {certificate}".split(),
        check=True,
        capture_output=True,
    )
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(certificate, key)
    server = ScriptedServer(tls)
    try:
        server.reply(ME)
        untrusting = Bitrise(token, base_url=server.base_url, max_retries=0)
        with untrusting, pytest.raises(APIConnectionError, match="certificate verify failed") as caught:
            untrusting.users.me()
        assert not caught.value.may_have_been_received
        transport = httpx.HTTPTransport(verify=ssl.create_default_context(cafile=str(certificate)))
        with Bitrise(token, base_url=server.base_url, transport=transport) as bitrise:
            assert bitrise.users.me().username == "ann"
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        with Bitrise(token, base_url=server.base_url) as bitrise:
            assert bitrise.users.me().username == "ann"
    finally:
        server.close()


def test_unusable_certificates_are_named(tmp_path: Path, token: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rubbish = tmp_path / "rubbish.pem"
    rubbish.write_text("no certificate")
    monkeypatch.setenv("SSL_CERT_FILE", str(rubbish))
    with Bitrise(token) as bitrise, pytest.raises(ConfigurationError, match="SSL_CERT_FILE"):
        bitrise.users.me()


def test_nothing_is_left_unclosed(server: ScriptedServer, token: str) -> None:
    server.reply(ME)

    async def main() -> None:
        async with AsyncBitrise(token, base_url=server.base_url) as bitrise:
            await bitrise.users.me()

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with Bitrise(token, base_url=server.base_url) as bitrise:
            bitrise.users.me()
        Bitrise(token, base_url=server.base_url).users.me()  # never closed by its user
        asyncio.run(main())
        gc.collect()


def test_script_that_never_closes_runs_clean_with_warnings_as_errors(server: ScriptedServer, token: str) -> None:
    server.reply(Reply(json=samples.page([samples.app("a"), samples.app("b")])))
    program = (
        "from bitrise_client import Bitrise\n"
        f"bitrise = Bitrise({token!r}, base_url={server.base_url!r})\n"
        "print(next(iter(bitrise.apps.list().look_ahead())).slug)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-X", "dev", "-c", program], capture_output=True, text=True, timeout=60
    )
    assert (done.stdout.strip(), done.stderr) == ("a", "")


def test_import_does_not_load_httpx_nor_models() -> None:
    program = (
        "import sys; import bitrise_client; "
        "print(sorted(name for name in sys.modules if name.partition('.')[0] in ('httpx', 'attr', 'bitrise_api')))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[]", done.stderr


def test_only_the_wire_knows_httpx() -> None:
    folder = Path(bitrise_client.__file__).parent
    importing = [
        path.name
        for path in folder.glob("*.py")
        for line in path.read_text().splitlines()
        if line.startswith(("import httpx", "from httpx"))
    ]
    assert importing == ["_wire.py"]


def test_types_of_times_and_absent_values(server: ScriptedServer, client: Bitrise) -> None:
    server.reply(Reply(json={"data": {**samples.build(status=2, finished_at=None), "brand_new": [1]}}))
    build = client.builds.get("app", "b")
    assert build.triggered_at.utcoffset() is not None
    assert build.finished_at is None
    assert build.abort_reason is None
    assert build.additional_properties == {"brand_new": [1]}
    server.reply(Reply(json={"data": {**samples.build(), "status": 17}}))
    assert client.builds.get("app", "b").status == 17
