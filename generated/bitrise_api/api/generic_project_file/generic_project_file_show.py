"""Get one file, with an address to download it from

GET /apps/{app-slug}/generic-project-files/{generic-project-file-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.generic_project_file_download import GenericProjectFileDownload
from ...models.generic_project_file_download_envelope import GenericProjectFileDownloadEnvelope


def build_request(
    app_slug: str,
    generic_project_file_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="generic-project-file-show",
        method="GET",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/generic-project-files/"
        + path_segment(generic_project_file_slug, "generic_project_file_slug"),
        template="/apps/{app-slug}/generic-project-files/{generic-project-file-slug}",
    )


def parse(answer: Any) -> GenericProjectFileDownloadEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return GenericProjectFileDownloadEnvelope.from_dict(answer)


def parse_result(answer: Any) -> GenericProjectFileDownload:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return GenericProjectFileDownload.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    generic_project_file_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[GenericProjectFileDownloadEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            generic_project_file_slug,
        ),
        parse,
    )


def sync(
    app_slug: str,
    generic_project_file_slug: str,
    *,
    client: AuthenticatedClient,
) -> GenericProjectFileDownloadEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        generic_project_file_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    generic_project_file_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[GenericProjectFileDownloadEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            generic_project_file_slug,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    generic_project_file_slug: str,
    *,
    client: AuthenticatedClient,
) -> GenericProjectFileDownloadEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            generic_project_file_slug,
            client=client,
        )
    ).parsed
