"""Search for steps

GET /search-steps"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...codec import array
from ...runtime import Request, joined_by, query_parameters

if TYPE_CHECKING:
    from ...client import AuthenticatedClient
    from ...models.steps_search_categories_item import StepsSearchCategoriesItem
    from ...models.steps_search_maintainers_item import StepsSearchMaintainersItem
    from ...types import Response

from ...models.step import Step


def build_request(
    *,
    query: str,
    categories: list[StepsSearchCategoriesItem | str] | None = None,
    maintainers: list[StepsSearchMaintainersItem | str] | None = None,
) -> Request:
    """The request of one call."""
    return Request(
        operation="search-steps",
        method="GET",
        path="/search-steps",
        template="/search-steps",
        params=query_parameters(
            {
                "query": query,
                "categories": joined_by(categories, ","),
                "maintainers": joined_by(maintainers, ","),
            }
        ),
    )


def parse(answer: Any) -> list[Step]:
    """The whole answer. Raises KeyError, TypeError or ValueError where it breaks the contract."""
    return [Step.from_dict(item) for item in array(answer, "answer")]


def sync_detailed(
    *,
    client: AuthenticatedClient,
    query: str,
    categories: list[StepsSearchCategoriesItem | str] | None = None,
    maintainers: list[StepsSearchMaintainersItem | str] | None = None,
) -> Response[list[Step]]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return client.send(
        build_request(
            query=query,
            categories=categories,
            maintainers=maintainers,
        ),
        parse,
    )


def sync(
    *,
    client: AuthenticatedClient,
    query: str,
    categories: list[StepsSearchCategoriesItem | str] | None = None,
    maintainers: list[StepsSearchMaintainersItem | str] | None = None,
) -> list[Step]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return sync_detailed(
        client=client,
        query=query,
        categories=categories,
        maintainers=maintainers,
    ).parsed


async def asyncio_detailed(
    *,
    client: AuthenticatedClient,
    query: str,
    categories: list[StepsSearchCategoriesItem | str] | None = None,
    maintainers: list[StepsSearchMaintainersItem | str] | None = None,
) -> Response[list[Step]]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return await client.send_async(
        build_request(
            query=query,
            categories=categories,
            maintainers=maintainers,
        ),
        parse,
    )


async def asyncio(
    *,
    client: AuthenticatedClient,
    query: str,
    categories: list[StepsSearchCategoriesItem | str] | None = None,
    maintainers: list[StepsSearchMaintainersItem | str] | None = None,
) -> list[Step]:
    """Raises UnexpectedStatus for an answer that is not a success, httpx.HTTPError when there is none."""
    return (
        await asyncio_detailed(
            client=client,
            query=query,
            categories=categories,
            maintainers=maintainers,
        )
    ).parsed
