"""The configuration of apps and builds as YAML, where it is kept, and its validation."""

from __future__ import annotations

from typing import Any

import yaml

from ..answers import Answer, Problem
from ..call import Call, handles

DEFAULT = """format_version: "13"
default_step_lib_source: https://github.com/bitrise-io/bitrise-steplib.git
project_type: other
workflows:
  primary:
    steps:
    - script@1: {}
"""
MAX_BYTES = 400 * 1024
_MOST_MERGED = 200_000
_KNOWN = ("workflows", "pipelines", "step_bundles", "include")


@handles("app-config-datastore-show")
def show(call: Call) -> str:
    text: str = call.app().get("_bitrise_yml", DEFAULT)
    return text


@handles("build-bitrise-yml-show")
def show_of_build(call: Call) -> str:
    build = call.build()
    text: str = build.get("_bitrise_yml") or call.app().get("_bitrise_yml", DEFAULT)
    return text


@handles("app-config-create")
def create(call: Call) -> Any:
    """Takes the YAML as a text, or as the JSON value it stands for; both are in use."""
    app = call.app()
    given = call.fields.get("app_config_datastore_yaml", call.body if isinstance(call.body, str) else {})
    text = given if isinstance(given, str) else yaml.safe_dump(given, sort_keys=False)
    call.state.store.change(app, _bitrise_yml=text)
    return {"status": "ok"}


@handles("app-setup-bitrise-yml-config-get")
def location(call: Call) -> Any:
    return {"location": call.app().get("_yml_location", "bitrise.io")}


@handles("app-setup-bitrise-yml-config-update")
def move(call: Call) -> None:
    app = call.app()
    if call.fields.get("location") is not None:
        call.state.store.change(app, _yml_location=call.fields["location"])


@handles("validate-bitrise-yml")
def validate(call: Call) -> Any:
    """Parses the YAML for real. What is no mapping cannot be validated at all: 422.

    Raises:
        Problem: 400 without a document, 413 above 400 kB (stated by Bitrise), 422 when it cannot be parsed.
        NotFound: the app to validate for does not exist or is not the asker's.
    """
    if call.query.get("app_slug") is not None:
        call.locate(("apps",), call.query["app_slug"])
    text = call.body if isinstance(call.body, str) else call.fields.get("bitrise_yml")
    if not text:
        raise Problem(400, "bitrise_yml: a YAML document is required")
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        raise Problem(413, f"bitrise_yml: larger than {MAX_BYTES} bytes")
    try:
        document = yaml.load(text, Loader=_Loader)
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError):
        raise Problem(422, "could not parse YAML") from None
    if not isinstance(document, dict):
        raise Problem(422, "the YAML document is not a mapping")
    return Answer.of(200, _findings(document))


def _findings(document: dict[Any, Any]) -> dict[str, list[str]]:
    errors, warnings = [], []
    if "format_version" not in document:
        errors.append("format_version: missing")
    if not any(key in document for key in _KNOWN):
        warnings.append("no workflow, pipeline or step bundle is defined")
    workflows = document.get("workflows")
    if workflows is not None and not isinstance(workflows, dict):
        errors.append("workflows: must be a mapping")
    for name, workflow in (workflows if isinstance(workflows, dict) else {}).items():
        if workflow is not None and not isinstance(workflow, dict):
            errors.append(f"workflows.{str(name)[:80]}: must be a mapping")
        elif isinstance(workflow, dict) and not isinstance(workflow.get("steps", []), list):
            errors.append(f"workflows.{str(name)[:80]}.steps: must be a list")
    return {"errors": errors, "warnings": warnings}


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Bounds what merge keys may add up to: a small document of nested ones can stand for a huge value."""

    merged = 0

    def flatten_mapping(self, node: Any) -> None:
        super().flatten_mapping(node)
        self.merged += len(node.value)
        if self.merged > _MOST_MERGED:
            raise yaml.YAMLError("the merge keys add up to too much")
