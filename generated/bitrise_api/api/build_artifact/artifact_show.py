"""Get one artifact, with an address to download it from

GET /apps/{app-slug}/builds/{build-slug}/artifacts/{artifact-slug}"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import member
from ...runtime import Request, path_segment, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.artifact import Artifact
from ...models.artifact_envelope import ArtifactEnvelope


def build_request(
    app_slug: str,
    build_slug: str,
    artifact_slug: str,
    *,
    download: int | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="artifact-show",
        method="GET",
        path="/apps/"
        + path_segment(app_slug, "app_slug")
        + "/builds/"
        + path_segment(build_slug, "build_slug")
        + "/artifacts/"
        + path_segment(artifact_slug, "artifact_slug"),
        template="/apps/{app-slug}/builds/{build-slug}/artifacts/{artifact-slug}",
        params=query_parameters(
            {
                "download": download,
            }
        ),
    )


def parse(answer: Any) -> ArtifactEnvelope:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return ArtifactEnvelope.from_dict(answer)


def parse_result(answer: Any) -> Artifact:
    """What the answer is about. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return Artifact.from_dict(member(answer, "data"))


def sync_detailed(
    app_slug: str,
    build_slug: str,
    artifact_slug: str,
    *,
    client: AuthenticatedClient,
    download: int | None = None,
) -> Response[ArtifactEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            app_slug,
            build_slug,
            artifact_slug,
            download=download,
        ),
        parse,
    )


def sync(
    app_slug: str,
    build_slug: str,
    artifact_slug: str,
    *,
    client: AuthenticatedClient,
    download: int | None = None,
) -> ArtifactEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        app_slug,
        build_slug,
        artifact_slug,
        client=client,
        download=download,
    ).parsed


async def asyncio_detailed(
    app_slug: str,
    build_slug: str,
    artifact_slug: str,
    *,
    client: AuthenticatedClient,
    download: int | None = None,
) -> Response[ArtifactEnvelope]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            app_slug,
            build_slug,
            artifact_slug,
            download=download,
        ),
        parse,
    )


async def asyncio(
    app_slug: str,
    build_slug: str,
    artifact_slug: str,
    *,
    client: AuthenticatedClient,
    download: int | None = None,
) -> ArtifactEnvelope:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            app_slug,
            build_slug,
            artifact_slug,
            client=client,
            download=download,
        )
    ).parsed
