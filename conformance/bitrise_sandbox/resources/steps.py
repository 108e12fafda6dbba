"""What builds are made of: stacks, and steps with their inputs. A small fixed catalogue."""

from __future__ import annotations

from typing import Any

from ..answers import Answer, Problem
from ..call import Call, handles
from ..state import seeds
from ..store import Record

STACKS: dict[str, dict[str, Any]] = {
    "linux-docker-android-22.04": {"title": "Ubuntu 22.04", "os": "linux", "os_version": 22, "status": "stable"},
    "ubuntu-noble-24.04-bitrise-2025-android": {
        "title": "Ubuntu 24.04",
        "os": "linux",
        "os_version": 24,
        "status": "edge",
    },
    "osx-xcode-16.0.x": {"title": "Xcode 16.0", "os": "macos", "os_version": 14, "status": "stable"},
    "osx-xcode-26.0.x": {"title": "Xcode 26.0", "os": "macos", "os_version": 15, "status": "edge"},
    "osx-xcode-15.4.x": {
        "title": "Xcode 15.4",
        "os": "macos",
        "os_version": 14,
        "status": "frozen",
        "removal-date": "2027-01-31",
    },
}

STEPS: tuple[tuple[str, str, str, str, tuple[str, ...]], ...] = (
    ("script", "1.2.1", "bitrise", "utility", ("content", "working_dir", "runner_bin")),
    ("git-clone", "8.4.0", "bitrise", "utility", ("repository_url", "clone_into_dir", "commit")),
    ("xcode-test", "6.1.0", "bitrise", "test", ("project_path", "scheme", "destination")),
    ("xcode-archive", "5.5.0", "bitrise", "build", ("project_path", "scheme", "distribution_method")),
    ("android-build", "1.0.3", "bitrise", "build", ("project_location", "variant", "build_type")),
    ("android-unit-test", "2.0.0", "bitrise", "test", ("project_location", "variant")),
    ("deploy-to-bitrise-io", "2.10.0", "bitrise", "artifact-info", ("deploy_path", "is_compress")),
    ("slack", "4.0.1", "bitrise", "notification", ("webhook_url", "channel", "text")),
    ("fastlane", "3.8.0", "bitrise", "build", ("lane", "work_dir")),
    ("certificate-and-profile-installer", "1.11.0", "bitrise", "code-sign", ("certificate_url",)),
    ("firebase-app-distribution", "0.12.0", "verified", "deploy", ("app", "app_path")),
    ("sample-community-step", "0.1.0", "community", "utility", ("message",)),
)


@handles("available-stacks-list", "organization-available-stacks-list")
def stacks(call: Call) -> Any:
    call.parents()
    found = {name: _stack(name, stack) for name, stack in STACKS.items()}
    return Answer.of(call.operation.success.status, found)


@handles("search-steps")
def search(call: Call) -> list[Any]:
    phrase = call.query["query"].lower()
    categories, maintainers = call.query.get("categories"), call.query.get("maintainers")
    return [
        _step(step)
        for step in STEPS
        if (phrase in step[0] or phrase in _title(step[0]).lower())
        and (not categories or step[3] in categories)
        and (not maintainers or step[2] in maintainers)
    ]


@handles("step-inputs")
def inputs(call: Call) -> list[Any]:
    reference = call.query["step_ref"].rpartition("::")[2]
    name, _, version = reference.partition("@")
    for step in STEPS:
        if step[0] == name and step[1] == version:
            return _inputs(step[4])
    raise Problem(400, "step_ref: no step of this id and exact version is known")


@seeds("/apps/{}/test-devices")
def _seed_devices(state: Any, path: Any, random: Any) -> None:
    for n in range(3):
        device = f"{random.getrandbits(160):040x}"
        state.store.add(path, device, Record(device_id=device, device_type="ios", owner=f"tester-{n}"))


def _stack(name: str, stack: dict[str, Any]) -> dict[str, Any]:
    report = f"https://stacks.bitrise.io/stack_reports/{name}"
    return {"id": name, "description": "", "stack-report": report, "removal-date": None, **stack}


def _title(name: str) -> str:
    return name.replace("-", " ").title()


def _step(step: tuple[str, str, str, str, tuple[str, ...]]) -> dict[str, Any]:
    name, version, maintainer, _, names = step
    return {
        "id": name,
        "step_ref": f"{name}@{version}",
        "title": _title(name),
        "summary": f"Runs {_title(name)}",
        "description": f"Runs {_title(name)} as part of a workflow",
        "version": version,
        "latest_version_number": version,
        "is_latest": True,
        "is_deprecated": False,
        "maintainer": maintainer,
        "inputs": _inputs(names),
        "outputs": [],
    }


def _inputs(names: tuple[str, ...]) -> list[Any]:
    return [
        {
            "name": name,
            "title": _title(name.replace("_", "-")),
            "summary": "",
            "description": "",
            "default_value": "",
            "is_required": position == 0,
            "is_sensitive": name.endswith("_url"),
            "value_options": [],
        }
        for position, name in enumerate(names)
    ]
