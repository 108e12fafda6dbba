"""Importing one thing imports little else."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODELS = len(list((ROOT / "generated" / "bitrise_api" / "models").glob("*.py"))) - 1


def loaded(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running `code`."""
    before = f"import sys; sys.path.insert(0, {str(ROOT / 'generated')!r})"
    after = "import json; print(json.dumps(sorted(sys.modules)))"
    program = "\n".join([before, code, after])
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def models(modules: set[str]) -> set[str]:
    return {name for name in modules if name.startswith("bitrise_api.models.")}


@pytest.mark.parametrize(
    "code",
    [
        "import bitrise_api",
        "from bitrise_api.resources import Resources",
        "from bitrise_api.resources.builds import Builds, AsyncBuilds",
        "import bitrise_api.models",
        "from bitrise_api import OPERATIONS",
    ],
)
def test_no_model_and_no_httpx_for(code):
    modules = loaded(code)
    assert models(modules) == set()
    assert "httpx" not in modules


def test_one_operation_loads_its_models_only():
    modules = loaded("import bitrise_api.api.builds.build_show")
    names = {name.rpartition(".")[2] for name in models(modules)}
    assert {"build", "build_envelope"} <= names
    assert len(names) < MODELS / 10
    assert "httpx" not in modules


def test_a_model_is_found_by_its_name():
    modules = loaded("from bitrise_api.models import Paging")
    assert models(modules) == {"bitrise_api.models.paging"}


def test_every_module_can_be_imported_first():
    """Each model alone, in an interpreter that has none: imports in a circle would fail for one of them."""
    code = """
import importlib, pkgutil
import bitrise_api
names = [module.name for module in pkgutil.walk_packages(bitrise_api.__path__, "bitrise_api.")]
for name in names:
    for loaded in [each for each in sys.modules if each.startswith("bitrise_api")]:
        del sys.modules[loaded]
    importlib.import_module(name)
"""
    assert "bitrise_api" in loaded(code)


def test_what_is_offered_is_there():
    import bitrise_api

    for module in (bitrise_api, bitrise_api.models):
        for name in module.__all__:
            assert getattr(module, name) is not None
        assert set(module.__all__) <= set(dir(module))
        with pytest.raises(AttributeError, match="no_such_thing"):
            _ = module.no_such_thing


def annotated(cls: Any) -> dict[str, Any]:
    import typing

    return typing.get_type_hints(cls)


def test_no_type_read_from_an_answer_has_unset():
    import bitrise_api

    for name in bitrise_api.models.__all__:
        for hint in annotated(getattr(bitrise_api.models, name)).values():
            assert "Unset" not in str(hint)
