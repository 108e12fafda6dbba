"""The client against the sandbox: whole jobs over real sockets, and the pytest fixtures."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any

import pytest

from bitrise_client import (
    APIStatusError,
    AsyncBitrise,
    Bitrise,
    BuildFailed,
    LogGap,
    NotFoundError,
    WaitTimeout,
    raise_for_status,
)

sandbox_package = pytest.importorskip("bitrise_sandbox")
Sandbox = sandbox_package.Sandbox

pytest_plugins = ["pytester"]


@pytest.fixture
def sandbox() -> Iterator[Any]:
    with Sandbox(speed=20.0, apps=30, builds=400) as running:
        yield running


@pytest.fixture
def live(sandbox: Any) -> Iterator[Bitrise]:
    with Bitrise(sandbox.token, base_url=sandbox.base_url) as client:
        yield client


def first_app(client: Bitrise) -> str:
    app = client.apps.list().first()
    assert app is not None
    return app.slug


SHORT = {"queue": 1.0, "prepare": 1.0, "run": 6.0, "archive": 4.0, "log_after": 3.0}


def test_lists_are_complete() -> None:
    with Sandbox() as sandbox, Bitrise(sandbox.token, base_url=sandbox.base_url) as live:
        apps = live.apps.list().collect()
        assert len({app.slug for app in apps}) == len(apps) == 120
        app = apps[0].slug
        by_fifty = [build.slug for build in live.builds.list(app)]
        by_seven = [build.slug for build in live.builds.list(app, limit=7)]
        assert by_fifty == by_seven
        assert len(set(by_fifty)) == len(by_fifty) > 300
        everything = live.builds.list_all().collect()
        assert len({build.slug for build in everything}) == len(everything) >= 2000


def test_other_cursors(live: Bitrise) -> None:
    app = first_app(live)
    pipelines = live.pipelines.list(app).collect()
    assert len({pipeline.slug for pipeline in pipelines}) == len(pipelines) > 0
    assert live.pipelines.list_all().collect(limit=30)
    items = live.cache_items.list(app, limit=2).collect()
    assert len({item.id for item in items}) == len(items)
    now = int(time.time())
    archived = live.builds.list_archived(app, after=now - 5 * 365 * 86400, before=now, limit=3).collect()
    whole = live.builds.list_archived(app, after=now - 5 * 365 * 86400, before=now, limit=1000).collect()
    assert {build.slug for build in archived} == {build.slug for build in whole}
    assert len(archived) == len(whole)


def test_trigger_follow_wait_download(sandbox: Any, live: Bitrise, tmp_path: Path) -> None:
    app = first_app(live)
    sandbox.script_next_build(**SHORT, lines=["one\n", "two\n", "three\n", "four\n"], order=[0, 2, 1, 3])
    build = live.builds.trigger(app, workflow="primary", branch="main")
    text = "".join(live.builds.follow_log(app, build.slug, poll=0.2))
    assert text.count("three\n") == 1
    assert text.index("one") < text.index("two") < text.index("three") < text.index("four")
    finished = live.builds.wait(app, build.slug, timeout=20, poll=0.05)
    assert raise_for_status(finished).slug == build.slug
    sandbox.advance(60)
    log = live.builds.download_log(app, build.slug, to=tmp_path)
    assert log.read_text() == text
    paths = live.artifacts.download_all(app, build.slug, to=tmp_path / "out")
    listed = live.artifacts.list(app, build.slug).collect()
    assert [path.stat().st_size for path in paths] == [artifact.file_size_bytes for artifact in listed]
    assert len(paths) > 0


def test_gap_in_a_live_log(sandbox: Any, live: Bitrise) -> None:
    app = first_app(live)
    lines = [f"line {number}\n" for number in range(6)]
    sandbox.script_next_build(**{**SHORT, "archive": None}, lines=lines, gaps=[3])
    build = live.builds.trigger(app, branch="main")
    texts = list(live.builds.follow_log(app, build.slug, poll=0.02, settle=0.2))
    assert [str(text) for text in texts if not isinstance(text, LogGap)] == [*lines[:3], *lines[4:]]
    assert len([text for text in texts if isinstance(text, LogGap)]) == 1


def test_failed_build(sandbox: Any, live: Bitrise) -> None:
    app = first_app(live)
    sandbox.script_next_build(**SHORT, outcome="error")
    build = live.builds.trigger(app, branch="main")
    with pytest.raises(BuildFailed, match="ended with error"):
        raise_for_status(live.builds.wait(app, build.slug, timeout=20, poll=0.05))


def test_abort_and_hold(sandbox: Any, live: Bitrise) -> None:
    app = first_app(live)
    sandbox.script_next_build(hold=1000.0)
    build = live.builds.trigger(app, branch="main")
    with pytest.raises(WaitTimeout) as caught:
        live.builds.wait(app, build.slug, timeout=0.2, poll=0.05)
    assert caught.value.build is not None
    assert caught.value.build.is_on_hold
    live.builds.abort(app, build.slug, reason="not needed")
    finished = live.builds.wait(app, build.slug, timeout=5, poll=0.05)
    assert finished.status_text == "aborted"
    assert finished.abort_reason == "not needed"
    with pytest.raises(APIStatusError, match="abort"):
        live.builds.abort(app, build.slug)


def test_refused_trigger(sandbox: Any, live: Bitrise) -> None:
    app = first_app(live)
    sandbox.script_next_build(refuse="no credits left")
    with pytest.raises(APIStatusError, match="no credits left"):
        live.builds.trigger(app, branch="main")


def test_latest(live: Bitrise) -> None:
    app = first_app(live)
    newest = live.builds.latest(app)
    assert newest is not None
    assert newest.status_text == "success"
    assert newest.slug == next(build.slug for build in live.builds.list(app) if build.status == 1)
    assert live.builds.latest(app, workflow="no such workflow") is None


def test_uploads_end_confirmed(live: Bitrise, tmp_path: Path) -> None:
    app = first_app(live)
    file = tmp_path / "file.bin"
    file.write_bytes(b"content" * 1000)
    keystore = live.android_keystore_files.upload(
        app, file, alias="a", password="pass-1", private_key_password="pass-2"
    )
    certificate = live.build_certificates.upload(app, file)
    profile = live.provisioning_profiles.upload(app, file)
    generic = live.generic_project_files.upload(app, file, env_key="MY_FILE")
    for uploaded in (keystore, certificate, profile, generic):
        assert uploaded.processed
        assert uploaded.upload_file_size == 7000
    shown = live.generic_project_files.get(app, generic.slug)
    assert shown.download_url is not None
    assert shown.download_url not in repr(shown)
    assert "pass-1" not in repr(keystore)


def test_secrets_stay_out_of_reprs(live: Bitrise) -> None:
    app = first_app(live)
    secret = live.secrets.create(
        app, body={"name": "MY_SECRET", "value": "s3cret-value", "is_protected": False, "expand_in_step_inputs": True}
    )
    shown = live.secrets.get(app, "MY_SECRET")
    listed = live.secrets.list(app)
    assert "s3cret-value" not in repr((secret, shown, listed))
    assert live.secrets.get_value(app, "MY_SECRET") == "s3cret-value"
    live.secrets.delete(app, "MY_SECRET")
    with pytest.raises(NotFoundError):
        live.secrets.get(app, "MY_SECRET")


def test_configuration_as_text(live: Bitrise) -> None:
    app = first_app(live)
    text = "format_version: '13'\nproject_type: android\nworkflows:\n  primary: {}\n"
    live.bitrise_yml.validate(body=text)
    live.bitrise_yml.create(app, body={"app_config_datastore_yaml": text})
    assert live.bitrise_yml.get(app) == text


def test_builds_of_many_apps(live: Bitrise) -> None:
    apps = [app.slug for app in live.apps.list().collect(limit=25)]
    found = live.builds.list_many(apps, limit=5)
    assert list(found) == apps
    assert [build.slug for build in found[apps[0]]] == [
        build.slug for build in live.builds.list(apps[0]).collect(limit=5)
    ]


def test_one_client_in_sixteen_threads(live: Bitrise) -> None:
    apps = [app.slug for app in live.apps.list().collect(limit=32)]
    found: dict[str, int] = {}

    def work(part: list[str]) -> None:
        for slug in part:
            found[slug] = len(live.builds.list(slug).collect(limit=120))

    threads = [threading.Thread(target=work, args=(apps[number::16],)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(found) == sorted(apps)


def test_async_job(sandbox: Any, tmp_path: Path) -> None:
    async def main() -> None:
        async with AsyncBitrise(sandbox.token, base_url=sandbox.base_url) as bitrise:
            app = await bitrise.apps.list().first()
            assert app is not None
            sandbox.script_next_build(**SHORT)
            build = await bitrise.builds.trigger(app.slug, branch="main")
            texts = [text async for text in bitrise.builds.follow_log(app.slug, build.slug, poll=0.02)]
            finished = await bitrise.builds.wait(app.slug, build.slug, timeout=20, poll=0.05)
            assert raise_for_status(finished).status == 1
            assert "".join(texts)
            assert await bitrise.artifacts.download_all(app.slug, build.slug, to=tmp_path)
            found = await bitrise.builds.list_many([app.slug], limit=3)
            assert len(found[app.slug]) == 3

    asyncio.run(main())


def test_wrong_token_and_unknown_things(sandbox: Any, live: Bitrise) -> None:
    with (
        Bitrise("wrong-token", base_url=sandbox.base_url) as wrong,
        pytest.raises(APIStatusError, match="401") as caught,
    ):
        wrong.users.me()
    assert "wrong-token" not in repr(caught.value)
    with pytest.raises(NotFoundError, match="GET /apps/none -> 404"):
        live.apps.get("none")


@pytest.mark.skipif(
    not any(point.value == "bitrise_client.pytest_plugin" for point in entry_points(group="pytest11")),
    reason="the distribution with its entry point is not installed",
)
def test_plugin_fixtures(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        import socket

        def test_in_process(bitrise, monkeypatch):
            def no_socket(*_, **__):
                raise AssertionError("a socket was opened")
            monkeypatch.setattr(socket.socket, "connect", no_socket)
            app = bitrise.apps.list().first()
            build = bitrise.builds.trigger(app.slug, workflow="primary", branch="main")
            assert bitrise.builds.wait(app.slug, build.slug, timeout=60, poll=0.05).status == 1

        def test_real_server(bitrise_sandbox):
            from bitrise_client import Bitrise
            with Bitrise(bitrise_sandbox.token, base_url=bitrise_sandbox.base_url) as client:
                assert client.users.me().username
        """
    )
    result = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-W", "error")
    result.assert_outcomes(passed=2)
