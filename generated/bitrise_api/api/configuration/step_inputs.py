"""List the inputs of a step

GET /step-inputs"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import array
from ...runtime import Request, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...types import Response

from ...models.step_input import StepInput


def build_request(
    *,
    step_ref: str,
) -> Request:
    """The request of one call."""
    return Request(
        operation="step-inputs",
        method="GET",
        path="/step-inputs",
        template="/step-inputs",
        params=query_parameters(
            {
                "step_ref": step_ref,
            }
        ),
    )


def parse(answer: Any) -> list[StepInput]:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return [StepInput.from_dict(item) for item in array(answer, "answer")]


def sync_detailed(
    *,
    client: AuthenticatedClient,
    step_ref: str,
) -> Response[list[StepInput]]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            step_ref=step_ref,
        ),
        parse,
    )


def sync(
    *,
    client: AuthenticatedClient,
    step_ref: str,
) -> list[StepInput]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        client=client,
        step_ref=step_ref,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    step_ref: str,
) -> Response[list[StepInput]]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            step_ref=step_ref,
        ),
        parse,
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    step_ref: str,
) -> list[StepInput]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            client=client,
            step_ref=step_ref,
        )
    ).parsed
