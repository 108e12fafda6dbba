"""Announce a file and get an address to upload it to

POST /apps/{app-slug}/generic-project-files"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import member, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.generic_project_file_create_params import GenericProjectFileCreateParams
    from ...types import Response

from ...models.generic_project_file_upload import GenericProjectFileUpload
from ...models.generic_project_file_upload_envelope import GenericProjectFileUploadEnvelope


def build_request(
    app_slug: str,
    *,
    body: GenericProjectFileCreateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="generic-project-files-create",
        method="POST",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/generic-project-files",
        template="/apps/{app-slug}/generic-project-files",
        json=to_json(body),
    )


def parse(answer: Any) -> GenericProjectFileUploadEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return GenericProjectFileUploadEnvelope.from_dict(answer)


def parse_result(answer: Any) -> GenericProjectFileUpload:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return GenericProjectFileUpload.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: GenericProjectFileCreateParams | Mapping[str, Any],
) -> Response[GenericProjectFileUploadEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            body=body,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: GenericProjectFileCreateParams | Mapping[str, Any],
) -> GenericProjectFileUploadEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
        body=body,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: GenericProjectFileCreateParams | Mapping[str, Any],
) -> Response[GenericProjectFileUploadEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            body=body,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: GenericProjectFileCreateParams | Mapping[str, Any],
) -> GenericProjectFileUploadEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed
