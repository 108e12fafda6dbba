"""Delete one Android keystore file

DELETE /apps/{app-slug}/android-keystore-files/{android-keystore-file-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.generic_project_file import GenericProjectFile
from ...models.generic_project_file_envelope import GenericProjectFileEnvelope


def build_request(
    app_slug: str,
    android_keystore_file_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="android-keystore-file-delete",
        method="DELETE",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/android-keystore-files/"
        + path_segment(android_keystore_file_slug, "android_keystore_file_slug"),
        template="/apps/{app-slug}/android-keystore-files/{android-keystore-file-slug}",
    )


def parse(answer: Any) -> GenericProjectFileEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return GenericProjectFileEnvelope.from_dict(answer)


def parse_result(answer: Any) -> GenericProjectFile:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return GenericProjectFile.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    android_keystore_file_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[GenericProjectFileEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            android_keystore_file_slug,
        ),
        parse,
    )


def sync(
    app_slug: str,
    android_keystore_file_slug: str,
    *,
    client: AuthenticatedClient,
) -> GenericProjectFileEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        android_keystore_file_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    android_keystore_file_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[GenericProjectFileEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            android_keystore_file_slug,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    android_keystore_file_slug: str,
    *,
    client: AuthenticatedClient,
) -> GenericProjectFileEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            android_keystore_file_slug,
            client=client,
        )
    ).parsed
