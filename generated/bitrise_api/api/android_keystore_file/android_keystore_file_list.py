"""List the Android keystore files of an app

GET /apps/{app-slug}/android-keystore-files"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...runtime import Pagination, Request, path_segment, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.android_keystore_file import AndroidKeystoreFile
from ...models.android_keystore_file_page import AndroidKeystoreFilePage

PAGINATION = Pagination(
    items="data",
    next="paging.next",
    parameter="next",
    style="cursor",
)


def build_request(
    app_slug: str,
    *,
    next: str | None = None,
    limit: int | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="android-keystore-file-list",
        method="GET",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/android-keystore-files",
        template="/apps/{app-slug}/android-keystore-files",
        params=query_parameters(
            {
                "next": next,
                "limit": limit,
            }
        ),
        pagination=PAGINATION,
    )


def parse(answer: Any) -> AndroidKeystoreFilePage:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AndroidKeystoreFilePage.from_dict(answer)


def parse_item(answer: Any) -> AndroidKeystoreFile:
    """One item of the answer's list. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AndroidKeystoreFile.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> Response[AndroidKeystoreFilePage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            next=next,
            limit=limit,
        ),
        parse,
    )


def sync(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> AndroidKeystoreFilePage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        client=client,
        next=next,
        limit=limit,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> Response[AndroidKeystoreFilePage]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            next=next,
            limit=limit,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    next: str | None = None,
    limit: int | None = None,
) -> AndroidKeystoreFilePage:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            next=next,
            limit=limit,
        )
    ).parsed
