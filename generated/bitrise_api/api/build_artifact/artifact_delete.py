"""Delete an artifact

DELETE /apps/{app-slug}/builds/{build-slug}/artifacts/{artifact-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.artifact import Artifact
from ...models.artifact_deleted_envelope import ArtifactDeletedEnvelope


def build_request(
    app_slug: str,
    build_slug: str,
    artifact_slug: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="artifact-delete",
        method="DELETE",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/builds/"
        + path_segment(build_slug, "build_slug")
        + "/artifacts/"
        + path_segment(artifact_slug, "artifact_slug"),
        template="/apps/{app-slug}/builds/{build-slug}/artifacts/{artifact-slug}",
    )


def parse(answer: Any) -> ArtifactDeletedEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ArtifactDeletedEnvelope.from_dict(answer)


def parse_result(answer: Any) -> Artifact:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return Artifact.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    build_slug: str,
    artifact_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[ArtifactDeletedEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            build_slug,
            artifact_slug,
        ),
        parse,
    )


def sync(
    app_slug: str,
    build_slug: str,
    artifact_slug: str,
    *,
    client: AuthenticatedClient,
) -> ArtifactDeletedEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        build_slug,
        artifact_slug,
        client=client,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    build_slug: str,
    artifact_slug: str,
    *,
    client: AuthenticatedClient,
) -> Response[ArtifactDeletedEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            build_slug,
            artifact_slug,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    build_slug: str,
    artifact_slug: str,
    *,
    client: AuthenticatedClient,
) -> ArtifactDeletedEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            build_slug,
            artifact_slug,
            client=client,
        )
    ).parsed
