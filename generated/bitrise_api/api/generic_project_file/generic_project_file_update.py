"""Change a file's name in builds, its data or its protection

PATCH /apps/{app-slug}/generic-project-files/{generic-project-file-slug}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import member, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.generic_project_file_update_params import GenericProjectFileUpdateParams
    from ...types import Response

from ...models.generic_project_file import GenericProjectFile
from ...models.generic_project_file_envelope import GenericProjectFileEnvelope


def build_request(
    app_slug: str,
    generic_project_file_slug: str,
    *,
    body: GenericProjectFileUpdateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="generic-project-file-update",
        method="PATCH",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/generic-project-files/"
        + path_segment(generic_project_file_slug, "generic_project_file_slug"),
        template="/apps/{app-slug}/generic-project-files/{generic-project-file-slug}",
        json=to_json(body),
    )


def parse(answer: Any) -> GenericProjectFileEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return GenericProjectFileEnvelope.from_dict(answer)


def parse_result(answer: Any) -> GenericProjectFile:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return GenericProjectFile.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    generic_project_file_slug: str,
    *,
    client: AuthenticatedClient,
    body: GenericProjectFileUpdateParams | Mapping[str, Any],
) -> Response[GenericProjectFileEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            generic_project_file_slug,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    generic_project_file_slug: str,
    *,
    client: AuthenticatedClient,
    body: GenericProjectFileUpdateParams | Mapping[str, Any],
) -> GenericProjectFileEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        generic_project_file_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    generic_project_file_slug: str,
    *,
    client: AuthenticatedClient,
    body: GenericProjectFileUpdateParams | Mapping[str, Any],
) -> Response[GenericProjectFileEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            generic_project_file_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    generic_project_file_slug: str,
    *,
    client: AuthenticatedClient,
    body: GenericProjectFileUpdateParams | Mapping[str, Any],
) -> GenericProjectFileEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            generic_project_file_slug,
            client=client,
            body=body,
        )
    ).parsed
