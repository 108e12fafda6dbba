"""Pulling: what is read, what is refused, and that nothing takes unbounded size or time."""

import json

import pytest

from pipeline import source
from pipeline.errors import DocumentError, FetchError


def test_a_file_is_read_and_known_by_its_name_alone(tmp_path, document):
    path = tmp_path / "swagger.json"
    path.write_text(json.dumps(document))
    fetched = source.pull(str(path))
    assert fetched.address == "swagger.json"
    assert source.parse(fetched.content) == document


def test_an_address_is_read_with_its_etag(server, reply, document):
    server.answer = reply(document, ETag='"v1"')
    fetched = source.pull(f"{server.address}/swagger.json")
    assert source.parse(fetched.content) == document
    assert fetched.etag == '"v1"'
    assert "If-None-Match" not in server.asked[0][1]


def test_a_known_etag_is_sent_and_304_means_unchanged(server, reply):
    server.answer = reply(status=304)
    assert source.pull(f"{server.address}/swagger.json", etag='"v1"') is None
    assert server.asked[0][1]["If-None-Match"] == '"v1"'


def test_a_304_that_nobody_asked_for_is_an_error(server, reply):
    server.answer = reply(status=304)
    with pytest.raises(FetchError, match="answered 304"):
        source.pull(server.address)


def test_a_redirect_within_the_scheme_is_followed(server, reply, document):
    def answer(handler):
        target = reply(document) if handler.path == "/new" else reply(status=302, Location="/new")
        target(handler)

    server.answer = answer
    assert source.parse(source.pull(f"{server.address}/old").content) == document


@pytest.mark.parametrize("location", ["https://127.0.0.1:1/doc", "ftp://127.0.0.1/doc", "file:///etc/passwd"])
def test_a_redirect_to_another_scheme_is_refused(server, reply, location):
    server.answer = reply(status=302, Location=location)
    with pytest.raises(FetchError, match=r"redirects from http|cannot fetch"):
        source.pull(server.address)
    assert len(server.asked) == 1


def test_a_redirect_loop_ends(server, reply):
    server.answer = reply(status=302, Location="/again")
    with pytest.raises(FetchError, match="more than 5 times"):
        source.pull(server.address)


@pytest.mark.parametrize("status", [404, 500, 204])
def test_any_other_status_is_an_error(server, reply, status):
    server.answer = reply(status=status)
    with pytest.raises(FetchError, match=f"answered {status}"):
        source.pull(server.address)


def test_a_truncated_download_is_an_error(server, reply):
    server.answer = reply(b'{"swagger": "2.0"', Content_Length="1000")
    with pytest.raises(FetchError, match="cannot fetch"):
        source.pull(server.address)


def test_a_document_beyond_the_bound_is_refused(server, reply, monkeypatch, tmp_path):
    monkeypatch.setattr(source, "MAX_BYTES", 1000)
    server.answer = reply(b" " * 2000)
    with pytest.raises(FetchError, match="larger than 1,000 bytes"):
        source.pull(server.address)
    path = tmp_path / "large.json"
    path.write_bytes(b" " * 2000)
    with pytest.raises(FetchError, match="larger than 1,000 bytes"):
        source.pull(str(path))


def test_a_download_that_drips_is_ended(server, reply, monkeypatch):
    monkeypatch.setattr(source, "MAX_SECONDS", -1.0)
    server.answer = reply(b" " * 2000)
    with pytest.raises(FetchError, match="took longer"):
        source.pull(server.address)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "ftp://example.invalid/doc", "no-such-file.json", "."])
def test_what_cannot_be_read_is_named(address):
    with pytest.raises(FetchError, match="cannot"):
        source.pull(address)


def test_yaml_is_read_too():
    assert source.parse(b"swagger: '2.0'\npaths: {}\n") == {"swagger": "2.0", "paths": {}}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xff\xfe", "not UTF-8"),
        (b'{"swagger": ', "not JSON"),
        (b"<!DOCTYPE html>\n<html>: [", "neither JSON nor YAML"),
        (b"", "is empty"),
        (b"just text", "not a mapping"),
        (b"[1, 2]", "not a mapping"),
        (b'{"a": 1, "a": 2}', "'a' stands twice"),
        (b'{"a": NaN}', "NaN is not JSON"),
        (b"[" * 100_000, "nested too deeply"),
        (b"!!python/object/apply:os.system ['true']", "neither JSON nor YAML"),
    ],
)
def test_what_is_no_document_is_refused(content, reason):
    with pytest.raises(DocumentError, match=reason):
        source.parse(content)
