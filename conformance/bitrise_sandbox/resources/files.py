"""Code-signing and project files: created, uploaded to a presigned address, confirmed, downloaded.

The four families differ in what they carry beside the file, which is in the table below.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from ..call import Call, handles
from ..generic import list_items
from ..state import SEEDERS, State
from ..storage import Blob
from ..store import Path, Record

FAMILIES: dict[str, tuple[str, Callable[[dict[str, Any]], dict[str, Any]]]] = {
    "android-keystore-files": (
        "release.keystore",
        lambda fields: {
            "user_env_key": "ANDROID_KEYSTORE",
            "exposed_meta_datastore": {
                "PASSWORD": fields.get("password", ""),
                "ALIAS": fields.get("alias", ""),
                "PRIVATE_KEY_PASSWORD": fields.get("private_key_password", ""),
            },
        },
    ),
    "build-certificates": ("Certificates.p12", lambda _: {"certificate_password": "", "certificates": []}),
    "provisioning-profiles": ("App.mobileprovision", lambda _: {}),
    "generic-project-files": (
        "notes.json",
        lambda fields: {"user_env_key": fields.get("user_env_key", "FILE"), "exposed_meta_datastore": None},
    ),
}

_SECRET_WHEN_PROTECTED = ("certificate_password", "exposed_meta_datastore")


@handles("android-keystore-file-create", "build-certificate-create")
@handles("provisioning-profile-create", "generic-project-files-create")
def create(call: Call) -> Any:
    call.parents()
    fields = call.fields
    name, size = fields.get("upload_file_name", "file"), int(fields.get("upload_file_size", 0))
    record = _file(call.state, call.collection, call.state.ulid(), name, size, fields)
    call.state.store.add(call.collection, record["slug"], record)
    target = _blob(call.collection, record["slug"])
    address = call.state.storage.address(call.origin, "PUT", target, call.now, length=size)
    return {**_shown(record), "upload_url": address}


@handles("android-keystore-file-show", "build-certificate-show")
@handles("provisioning-profile-show", "generic-project-file-show")
def show(call: Call) -> Any:
    """A protected file can no longer be downloaded: its address is null."""
    record = call.item()
    target = _blob(call.collection, record["slug"])
    address = None
    if not record["is_protected"]:
        address = call.state.storage.address(call.origin, "GET", target, call.now)
    return {**_shown(record), "download_url": address}


@handles("android-keystore-file-list", "build-certificate-list")
@handles("provisioning-profile-list", "generic-project-file-list")
def list_files(call: Call) -> Any:
    page = list_items(call)
    page.items = [_shown(record) for record in page.items]
    return page


@handles("android-keystore-file-confirm", "build-certificate-confirm")
@handles("provisioning-profile-confirm", "generic-project-file-confirm")
def confirm(call: Call) -> Any:
    record = call.parents()[-1]
    _process(call, record, call.segments[:-2])
    return _shown(record)


@handles("build-certificate-update", "provisioning-profile-update", "generic-project-file-update")
def update(call: Call) -> Any:
    """``is_protected`` and ``processed`` only ever become true."""
    record = call.item()
    fields = {name: value for name, value in call.fields.items() if name in record}
    for once in ("is_protected", "processed"):
        if record[once]:
            fields.pop(once, None)
    if fields.pop("processed", False):
        _process(call, record, call.collection)
    call.state.store.change(record, **fields)
    return _shown(record)


@handles("android-keystore-file-delete", "build-certificate-delete")
@handles("provisioning-profile-delete", "generic-project-file-delete")
def delete(call: Call) -> Any:
    record = call.item()
    call.state.store.remove(call.collection, record["slug"])
    call.state.storage.forget(_blob(call.collection, record["slug"]))
    return _shown(record)


def _file(state: State, path: Path, slug: str, name: str, size: int, fields: dict[str, Any]) -> Record:
    extra = FAMILIES[path[-1]][1]
    record = Record(
        upload_file_name=name,
        upload_file_size=size,
        slug=slug,
        processed=False,
        is_expose=True,
        is_protected=False,
        **extra(fields),
    )
    template = f"/apps/{{app-slug}}/{path[-1]}"
    state.synthesis().complete(record, state.item_schema(template))
    return record


def _process(call: Call, record: Record, collection: Path) -> None:
    """Mark the file as processed, with the fingerprints of what was uploaded, if anything was."""
    found: dict[str, Any] = {"processed": True}
    blob = call.state.storage.find(_blob(collection, record["slug"]))
    if blob is not None:
        known = {"file_sha256": blob.sha256, "certificate_sha256_fingerprint": blob.sha256}
        found.update({name: value for name, value in known.items() if name in record})
    call.state.store.change(record, **found)


def _shown(record: Record) -> dict[str, Any]:
    """The file as answers show it: what a protected one keeps secret is gone."""
    if not record["is_protected"]:
        return record
    hidden = {name: "" if name == "certificate_password" else None for name in _SECRET_WHEN_PROTECTED if name in record}
    return {**record, **hidden}


def _blob(collection: Path, slug: str) -> str:
    return "files/" + "/".join((*collection[1:], slug))


def _seed(state: State, path: Path, random: Random) -> None:
    name = FAMILIES[path[-1]][0]
    for n in range(3):
        size = random.randrange(800, 6000)
        record = _file(state, path, f"01{random.getrandbits(96):024X}", f"{n}-{name}", size, {})
        blob = Blob(size, name=record["slug"])
        record.update(processed=True)
        for digest in ("file_sha256", "certificate_sha256_fingerprint"):
            if digest in record:
                record[digest] = blob.sha256
        state.storage.keep(_blob(path, record["slug"]), blob)
        state.store.add(path, record["slug"], record)


SEEDERS.update({f"/apps/{{}}/{family}": _seed for family in FAMILIES})
