"""The contract: what Bitrise published, converted, corrected by the overlays, and vetted again."""

import copy
from dataclasses import dataclass
from typing import Any

from pipeline.convert import to_openapi
from pipeline.errors import DocumentError
from pipeline.links import drop_dangling_links
from pipeline.names import name_the_rest, rename_schemas
from pipeline.nulls import allow_nulls
from pipeline.overlay import Action, Overlay, apply_action


@dataclass(frozen=True)
class Contract:
    """The finished document, and the optional actions that found nothing to correct."""

    document: dict[str, Any]
    skipped: tuple[Action, ...]


def build_contract(published: dict[str, Any], overlays: list[Overlay]) -> Contract:
    """Raises DocumentError where the document or an overlay cannot be used."""
    document = to_openapi(copy.deepcopy(published))
    skipped: list[Action] = []
    for overlay in overlays:
        skipped += [action for action in overlay.actions if not apply_action(document, action)]
        rename_schemas(document)
    name_the_rest(document)
    drop_dangling_links(document)
    allow_nulls(document)
    return Contract(document, tuple(skipped))


def validate(document: dict[str, Any]) -> None:
    """Raise DocumentError unless `document` is valid OpenAPI 3.1."""
    from openapi_spec_validator import OpenAPIV31SpecValidator  # slow to import; needed only on a change

    for error in OpenAPIV31SpecValidator(document).iter_errors():
        place = "/".join(str(step) for step in error.absolute_path)
        raise DocumentError(f"the contract is not valid OpenAPI 3.1 at {place or 'its root'}: {error.message[:200]}")
