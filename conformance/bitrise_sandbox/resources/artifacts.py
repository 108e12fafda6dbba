"""Artifacts of builds, with their expiring download addresses."""

from __future__ import annotations

from random import Random
from typing import Any

from ..answers import Answer
from ..call import Call, handles
from ..state import State, seeds
from ..storage import Blob
from ..store import Path, Record

_KINDS = (
    ("app-debug.apk", "android-apk"),
    ("App.ipa", "ios-ipa"),
    ("test-results.xml", "file"),
    ("mapping.txt", "file"),
    ("raw-xcodebuild-output.log", "file"),
)


def blob_name(app: str, build: str, artifact: str) -> str:
    return f"artifacts/{app}/{build}/{artifact}"


def add_artifact(state: State, path: Path, slug: str, title: str, kind: str, size: int) -> Record:
    installable = kind in ("android-apk", "ios-ipa")
    record = Record(
        title=title,
        artifact_type=kind,
        artifact_meta=_meta(kind, size) if installable else None,
        is_public_page_enabled=installable,
        slug=slug,
        file_size_bytes=size,
        intermediate_file_info=None,
    )
    state.storage.keep(blob_name(path[1], path[3], slug), Blob(size, name=slug))
    return state.store.add(path, slug, record)


@handles("artifact-show", "artifact-update")
def show(call: Call) -> Any:
    artifact = call.item()
    if call.method == "PATCH":
        call.state.store.change(artifact, is_public_page_enabled=call.fields["is_public_page_enabled"])
    address = _address(call)
    if call.query.get("download") and 302 in call.operation.responses:
        return Answer(302, b"", None, {"Location": address})
    return _with_addresses(artifact, address)


@handles("artifact-delete")
def delete(call: Call) -> Any:
    artifact = call.item()
    call.state.store.remove(call.collection, artifact["slug"])
    call.state.storage.forget(_blob_of(call))
    return _with_addresses(artifact, None)


@seeds("/apps/{}/builds/{}/artifacts")
def _seed(state: State, path: Path, random: Random) -> None:
    build = state.store.table(path[:3]).get(path[3])
    if build is None or build["status"] not in (1, 2):
        return
    for n in range(random.randrange(1, len(_KINDS) + 1)):
        title, kind = _KINDS[n]
        add_artifact(state, path, f"{random.getrandbits(64):016x}", title, kind, random.randrange(1000, 60000))


def _blob_of(call: Call) -> str:
    return blob_name(call.paths["app-slug"], call.paths["build-slug"], call.paths["artifact-slug"])


def _address(call: Call) -> str:
    return call.state.storage.address(call.origin, "GET", _blob_of(call), call.now)


def _with_addresses(artifact: Record, address: str | None) -> dict[str, Any]:
    """The artifact as its own operations show it; the install page is an empty text when there is none."""
    page = address is not None and artifact["is_public_page_enabled"]
    install = f"https://app.bitrise.io/artifact/{artifact['slug']}/p/install" if page else ""
    return {**artifact, "expiring_download_url": address, "public_install_page_url": install}


def _meta(kind: str, size: int) -> dict[str, Any]:
    """What a build tool reports of an installable file; sizes are texts of a decimal number, as recorded."""
    common = {"file_size_bytes": f"{size}.000000"}
    if kind == "android-apk":
        info = {"app_name": "Sample", "package_name": "io.example.sample", "version_code": "1", "version_name": "1.0"}
        return {**common, "module": "app", "build_type": "debug", "include": None, "split": None, "app_info": info}
    ios = {"app_title": "Sample", "bundle_id": "io.example.sample", "version": "1.0", "build_number": "1"}
    return {**common, "is_test_install_enabled": True, "test_device_id_list": [], "app_info": ios}
