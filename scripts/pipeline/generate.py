"""The contract to the package `bitrise_api`, by openapi-python-client with the templates of scripts/templates."""

import contextlib
import io
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from openapi_python_client import Project
from openapi_python_client.config import Config, ConfigFile, MetaType
from openapi_python_client.parser import GeneratorData
from openapi_python_client.parser.errors import GeneratorError, ParseError
from openapi_python_client.strings import PythonIdentifier

from pipeline.audit import audit
from pipeline.docstrings import docstring, plain_text, section
from pipeline.errors import DocumentError
from pipeline.expressions import literal
from pipeline.lower import CALL, lower
from pipeline.model_views import ModelView, enum_members, model_view
from pipeline.operation_views import OperationView, operation_view, resource_views
from pipeline.python_names import PREFIX, identifier

ROOT = Path(__file__).resolve().parents[2]
PROJECT = ROOT / "pyproject.toml"
TEMPLATES = ROOT / "scripts" / "templates"
TOOLS = ("openapi-python-client", "ruff")
RUFF = ["ruff", "--isolated", "--quiet"]
STYLE = ["--line-length", "120", "--target-version", "py311"]
FIXED = ["--fix-only", "--select", "F401,I,PIE790"]
CODEC = ("array", "boolean", "integer", "mapping", "member", "member_or_self", "number", "one_of", "open_enum",
         "optional_time", "text", "time", "time_parameter", "to_json", "format_time", "wrong")  # fmt: skip


@dataclass(frozen=True)
class GenerationReport:
    """How many operations, resources and models (enums included) were generated."""

    operations: int
    resources: int
    models: int


def generate(contract: Mapping[str, Any], destination: Path) -> GenerationReport:
    """Write the package for `contract` into the folder `destination`, which must be new or empty.

    The same contract gives the same bytes. Raises DocumentError for every warning of the generator, for names that
    clash and for code of an unexpected shape; what was written by then is of no use.
    """
    require_pinned_tools()
    try:
        document = lower(contract)
        data = _parsed(document, _config(destination))
    except RecursionError:
        raise DocumentError("a schema of the contract refers to itself without end") from None
    project = _Project(document, data, destination)
    with contextlib.redirect_stdout(io.StringIO()):
        _refuse(project.build())
    _format(destination)
    audit(destination)
    return GenerationReport(len(project.operations), len(project.resources), len(project.classes))


def require_pinned_tools() -> None:
    """Raise DocumentError unless the generator and the formatter are of the versions that pyproject.toml pins.

    Others give other bytes, or leave out what the templates rely on.
    """
    extras = tomllib.loads(PROJECT.read_text("utf-8"))["project"]["optional-dependencies"]
    pins = dict(each.split("==") for each in extras["dev"] if "==" in each)
    for tool in TOOLS:
        if version(tool) != pins[tool]:
            raise DocumentError(
                f"{tool} is {version(tool)}, and the client is made with {pins[tool]}: "
                f"python -m pip install {tool}=={pins[tool]}"
            )


class _Project(Project):
    """The generator's project with our views for its templates, and with the modules it does not know of."""

    def __init__(self, document: Mapping[str, Any], data: GeneratorData, destination: Path) -> None:
        super().__init__(openapi=data, config=_config(destination), custom_template_path=TEMPLATES)
        models = {model.class_info.name: model for model in data.models}
        calls = _calls(document)
        endpoints = [
            endpoint for collection in data.endpoint_collections_by_tag.values() for endpoint in collection.endpoints
        ]
        by_name = {
            (endpoint.tags[0], endpoint.name): operation_view(endpoint, calls[endpoint.name], models)
            for endpoint in endpoints
        }
        self.operations = sorted(by_name.values(), key=lambda each: each.operation)
        self.resources = resource_views(self.operations)
        self.classes = sorted(
            (str(each.class_info.module_name), str(each.class_info.name)) for each in [*data.models, *data.enums]
        )
        servers = document.get("servers") or [{"url": ""}]
        self.env.globals.update(
            all_classes=lambda: self.classes,
            base_url=literal(servers[0]["url"]),
            codec_names=_codec_names,
            codec_reads=_codec_reads,
            described=lambda entries: [(each.name, each.doc) for each in entries],
            docstring=docstring,
            enum_members=enum_members,
            literal=literal,
            model_view=model_view,
            operation_view=lambda endpoint: by_name[endpoint.tags[0], endpoint.name],
            operations=lambda: self.operations,
            pagination_key=lambda key: identifier(key, "a member of x-bitrise-pagination"),
            plain_text=plain_text,
            resources=lambda: self.resources,
            section=section,
            unique=lambda pairs: sorted(set(pairs)),
        )

    def _build_api(self) -> None:
        super()._build_api()
        self._write("codec.py", "codec.py.jinja")
        self._write("runtime.py", "runtime.py.jinja")
        self._write("operations.py", "operations.py.jinja")
        self._write("py.typed", "py.typed.jinja")
        (self.package_dir / "resources").mkdir()
        self._write("resources/__init__.py", "resources_init.py.jinja")
        for resource in self.resources:
            self._write(f"resources/{resource.name}.py", "resource.py.jinja", resource=resource)

    def _write(self, name: str, template: str, **context: object) -> None:
        text = self.env.get_template(template).render(**context)
        (self.package_dir / name).write_text(text, encoding=self.config.file_encoding)


def _config(destination: Path) -> Config:
    return Config.from_sources(
        ConfigFile(package_name_override="bitrise_api", post_hooks=[], field_prefix=PREFIX),
        meta_type=MetaType.NONE,
        document_source=destination,
        file_encoding="utf-8",
        overwrite=True,
        output_path=destination,
    )


def _parsed(document: dict[str, Any], config: Config) -> GeneratorData:
    data = GeneratorData.from_dict(document, config=config)
    if isinstance(data, GeneratorError):
        _refuse([data])
        raise AssertionError("unreachable")
    collections = data.endpoint_collections_by_tag.values()
    _refuse([*data.errors, *(error for collection in collections for error in collection.parse_errors)])
    return data


def _refuse(errors: Iterable[GeneratorError | ParseError]) -> None:
    """Raise DocumentError where the generator warned of anything."""
    lines = [" ".join(f"{error.header} {error.detail or ''}".split()) for error in errors]
    if lines:
        raise DocumentError("the generator cannot use the contract: " + "; ".join(dict.fromkeys(lines)))


def _calls(document: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """What the lowered document says of each operation, by the name of its module."""
    calls: dict[str, dict[str, Any]] = {}
    for item in document["paths"].values():
        for operation in item.values():
            name = PythonIdentifier(operation["operationId"], PREFIX)
            if name in calls:
                other = calls[name]["operation"]
                raise DocumentError(
                    f"operations {other!r} and {operation['operationId']!r} would share the name {name}"
                )
            calls[name] = {**operation[CALL], "operation": operation["operationId"]}
    return calls


def _codec_names(view: ModelView) -> list[str]:
    return sorted({"mapping", *(name for name in CODEC if view.uses(name))})


def _codec_reads(call: OperationView) -> list[str]:
    code = " ".join([call.whole.read, call.result.read, *(each.value for each in (*call.query, *call.headers))])
    return sorted({"to_json", *(name for name in CODEC if f"{name}(" in code)})


def _format(folder: Path) -> None:
    """Let ruff drop unused imports, sort the rest and lay the code out."""
    for command in (["check", *FIXED, *STYLE], ["format", *STYLE]):
        done = subprocess.run(
            [sys.executable, "-m", *RUFF[:1], command[0], *RUFF[1:], *command[1:], str(folder)],
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        if done.returncode:
            raise DocumentError(f"ruff {command[0]} refused the generated code: {(done.stderr or done.stdout)[:500]}")
