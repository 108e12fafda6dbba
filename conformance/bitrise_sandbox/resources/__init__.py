"""What the sandbox answers otherwise than method, path and schemas alone would have it, one resource a module."""

from . import (
    addons,
    apps,
    artifacts,
    bitrise_yml,
    builds,
    caches,
    files,
    organizations,
    pipelines,
    roles,
    secrets,
    steps,
    users,
    webhooks,
)

__all__ = [
    "addons",
    "apps",
    "artifacts",
    "bitrise_yml",
    "builds",
    "caches",
    "files",
    "organizations",
    "pipelines",
    "roles",
    "secrets",
    "steps",
    "users",
    "webhooks",
]
