"""The operations of `steps`, sync and async."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..models.step import Step
    from ..models.step_input import StepInput
    from ..models.steps_search_categories_item import StepsSearchCategoriesItem
    from ..models.steps_search_maintainers_item import StepsSearchMaintainersItem
    from ..runtime import AsyncTransport, Transport


class Steps:
    """`steps` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list_inputs(
        self,
        *,
        step_ref: str,
    ) -> list[StepInput]:
        """List the inputs of a step.

        `GET /step-inputs`

        Args:
            step_ref: The step as `id@version`, with its library before `::` when it is not Bitrise's own.
        """
        from ..api.configuration import step_inputs

        return self._transport.call(
            step_inputs.build_request(
                step_ref=step_ref,
            ),
            step_inputs.parse,
        )

    def search(
        self,
        *,
        query: str,
        categories: list[StepsSearchCategoriesItem | str] | None = None,
        maintainers: list[StepsSearchMaintainersItem | str] | None = None,
    ) -> list[Step]:
        """Search for steps.

        `GET /search-steps`

        Args:
            query: What to look for.
            categories: Only steps of one of these categories.
            maintainers: Only steps maintained by one of these: bitrise, verified or community.
        """
        from ..api.configuration import search_steps

        return self._transport.call(
            search_steps.build_request(
                query=query,
                categories=categories,
                maintainers=maintainers,
            ),
            search_steps.parse,
        )


class AsyncSteps:
    """`steps` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list_inputs(
        self,
        *,
        step_ref: str,
    ) -> list[StepInput]:
        """List the inputs of a step.

        `GET /step-inputs`

        Args:
            step_ref: The step as `id@version`, with its library before `::` when it is not Bitrise's own.
        """
        from ..api.configuration import step_inputs

        return await self._transport.call(
            step_inputs.build_request(
                step_ref=step_ref,
            ),
            step_inputs.parse,
        )

    async def search(
        self,
        *,
        query: str,
        categories: list[StepsSearchCategoriesItem | str] | None = None,
        maintainers: list[StepsSearchMaintainersItem | str] | None = None,
    ) -> list[Step]:
        """Search for steps.

        `GET /search-steps`

        Args:
            query: What to look for.
            categories: Only steps of one of these categories.
            maintainers: Only steps maintained by one of these: bitrise, verified or community.
        """
        from ..api.configuration import search_steps

        return await self._transport.call(
            search_steps.build_request(
                query=query,
                categories=categories,
                maintainers=maintainers,
            ),
            search_steps.parse,
        )
