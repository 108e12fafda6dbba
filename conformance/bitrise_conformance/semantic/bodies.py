"""Bodies that are right: known good ones where a schema cannot say what is sensible, else made from the schema."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bitrise_conformance.contract import Json, Operation, Schema

MARK = "CONFORMANCE"
"""Part of every name that the job gives, so that what it left can be found."""

YAML = "format_version: '13'\nworkflows:\n  primary:\n    steps:\n    - script: {}\n"

GOOD: Mapping[str, Json] = {
    "app-secret-create": {"name": f"{MARK}_A", "value": "first", "is_protected": False},
    "organization-secret-create": {"name": f"{MARK}_B", "value": "first", "is_protected": False},
    "app-secret-update": {"value": "second"},
    "secret-upsert": {"value": "third"},
    "organization-secret-update": {"value": "second"},
    "outgoing-webhook-create": {"url": "https://hook.example.invalid/a", "events": ["build"], "secret": "not-a-secret"},
    "outgoing-webhook-update": {"url": "https://hook.example.invalid/b", "events": ["build"]},
    "generic-project-files-create": {
        "upload_file_name": "conformance.txt",
        "upload_file_size": 11,
        "user_env_key": f"{MARK}_FILE",
    },
    "build-certificate-create": {"upload_file_name": "conformance.p12", "upload_file_size": 11},
    "provisioning-profile-create": {"upload_file_name": "conformance.mobileprovision", "upload_file_size": 11},
    "android-keystore-file-create": {
        "upload_file_name": "conformance.jks",
        "upload_file_size": 11,
        "alias": "a",
        "password": "b",
        "private_key_password": "c",
    },
    "build-trigger": {"hook_info": {"type": "bitrise"}, "build_params": {"branch": "main", "workflow_id": "primary"}},
    "app-create": {
        "provider": "github",
        "is_public": False,
        "repo_url": "https://git.example.invalid/conformance/app.git",
        "type": "git",
        "git_repo_slug": "app",
        "git_owner": "conformance",
    },
    "app-finish": {"project_type": "other", "stack_id": "linux-docker-android-22.04", "mode": "manual"},
    "app-config-create": {"app_config_datastore_yaml": YAML},
    "validate-bitrise-yml": {"bitrise_yml": YAML},
    "app-update": {"title": "conformance"},
}
"""By operationId. Sources: the contract, and what official clients send."""

FILE = b"conformance"
"""Eleven bytes, the size that the bodies above announce."""


def body_for(operation: Operation) -> Json:
    """A body that the operation should take, as far as its contract tells."""
    if operation.id in GOOD:
        return GOOD[operation.id]
    schema = operation.body.get("application/json")
    return None if schema is None else sample(operation, schema)


def sample(operation: Operation, schema: Schema, name: str = "") -> Json:
    """A value that a schema allows: required fields and, of the others, none."""
    schema = operation.contract.resolve(schema)
    if "example" in schema:
        return schema["example"]
    if "enum" in schema:
        return schema["enum"][0]
    for keyword in ("anyOf", "oneOf"):
        if keyword in schema:
            return sample(operation, schema[keyword][0], name)
    kind = schema.get("type")
    kind = next((k for k in kind if k != "null"), None) if isinstance(kind, list) else kind
    if kind == "object" or "properties" in schema:
        required = schema.get("required", ())
        return {key: sample(operation, child, key) for key, child in _properties(schema).items() if key in required}
    samples: Mapping[str | None, Json] = {
        "string": _text(schema, name),
        "integer": max(1, int(schema.get("minimum", 1))),
        "number": 1.5,
        "boolean": False,
        "array": [],
    }
    return samples.get(kind)


def _properties(schema: Schema) -> Mapping[str, Any]:
    found: Mapping[str, Any] = schema.get("properties", {})
    return found


def _text(schema: Schema, name: str) -> str:
    by_format = {
        "date-time": "2026-01-01T00:00:00Z",
        "uri": "https://example.invalid/",
        "email": "conformance@example.invalid",
    }
    text = by_format.get(schema.get("format", ""), "") or (
        "https://example.invalid/" if name.endswith("url") else "conformance@example.invalid" if name == "email" else ""
    )
    return text or "conformance".ljust(schema.get("minLength", 0), "e")[: schema.get("maxLength", 100)]
