"""Announce an Android keystore file and get an address to upload it to

POST /apps/{app-slug}/android-keystore-files"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import member, to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.android_keystore_file_create_params import AndroidKeystoreFileCreateParams
    from ...types import Response

from ...models.android_keystore_file_upload import AndroidKeystoreFileUpload
from ...models.android_keystore_file_upload_envelope import AndroidKeystoreFileUploadEnvelope


def build_request(
    app_slug: str,
    *,
    body: AndroidKeystoreFileCreateParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="android-keystore-file-create",
        method="POST",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/android-keystore-files",
        template="/apps/{app-slug}/android-keystore-files",
        json=to_json(body),
    )


def parse(answer: Any) -> AndroidKeystoreFileUploadEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AndroidKeystoreFileUploadEnvelope.from_dict(answer)


def parse_result(answer: Any) -> AndroidKeystoreFileUpload:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return AndroidKeystoreFileUpload.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: AndroidKeystoreFileCreateParams | Mapping[str, Any],
) -> Response[AndroidKeystoreFileUploadEnvelope]:
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
    body: AndroidKeystoreFileCreateParams | Mapping[str, Any],
) -> AndroidKeystoreFileUploadEnvelope:
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
    body: AndroidKeystoreFileCreateParams | Mapping[str, Any],
) -> Response[AndroidKeystoreFileUploadEnvelope]:
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
    body: AndroidKeystoreFileCreateParams | Mapping[str, Any],
) -> AndroidKeystoreFileUploadEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed
