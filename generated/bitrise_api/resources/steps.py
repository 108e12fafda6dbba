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
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list_inputs(
        self,
        *,
        step_ref: str,
    ) -> list[StepInput]:
        """List the inputs of a step.

        `GET /step-inputs`
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
    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list_inputs(
        self,
        *,
        step_ref: str,
    ) -> list[StepInput]:
        """List the inputs of a step.

        `GET /step-inputs`
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
