"""Give an app the SSH key it clones with

POST /apps/{app-slug}/register-ssh-key"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ...codec import to_json
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.ssh_key_register_params import SshKeyRegisterParams
    from ...types import Response

from ...models.ssh_key_registered import SshKeyRegistered


def build_request(
    app_slug: str,
    *,
    body: SshKeyRegisterParams | Mapping[str, Any],
) -> Request:
    """The request of one call."""
    return Request(
        operation="ssh-key-create",
        method="POST",
        path="/apps/" + path_segment(app_slug, "app_slug") + "/register-ssh-key",
        template="/apps/{app-slug}/register-ssh-key",
        json=to_json(body),
    )


def parse(answer: Any) -> SshKeyRegistered:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return SshKeyRegistered.from_dict(answer)


def sync_detailed(
    app_slug: str,
    *,
    client: AuthenticatedClient,
    body: SshKeyRegisterParams | Mapping[str, Any],
) -> Response[SshKeyRegistered]:
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
    body: SshKeyRegisterParams | Mapping[str, Any],
) -> SshKeyRegistered:
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
    body: SshKeyRegisterParams | Mapping[str, Any],
) -> Response[SshKeyRegistered]:
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
    body: SshKeyRegisterParams | Mapping[str, Any],
) -> SshKeyRegistered:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            client=client,
            body=body,
        )
    ).parsed
