"""Client of the Bitrise API v0.1.

    from bitrise_client import Bitrise

    with Bitrise() as bitrise:  # the token from BITRISE_TOKEN
        for app in bitrise.apps.list():
            print(app.title, app.slug)

Names are loaded when first used: importing the package costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._client import AsyncBitrise as AsyncBitrise
    from ._client import Bitrise as Bitrise
    from ._errors import APIConnectionError as APIConnectionError
    from ._errors import APIResponseError as APIResponseError
    from ._errors import APIStatusError as APIStatusError
    from ._errors import APITimeoutError as APITimeoutError
    from ._errors import AuthenticationError as AuthenticationError
    from ._errors import BadRequestError as BadRequestError
    from ._errors import BitriseError as BitriseError
    from ._errors import BuildFailed as BuildFailed
    from ._errors import ConfigurationError as ConfigurationError
    from ._errors import ConflictError as ConflictError
    from ._errors import DownloadError as DownloadError
    from ._errors import NotFoundError as NotFoundError
    from ._errors import PaginationError as PaginationError
    from ._errors import PermissionDeniedError as PermissionDeniedError
    from ._errors import RateLimitError as RateLimitError
    from ._errors import ResponseValidationError as ResponseValidationError
    from ._errors import ServerError as ServerError
    from ._errors import UnprocessableEntityError as UnprocessableEntityError
    from ._errors import UploadError as UploadError
    from ._errors import WaitTimeout as WaitTimeout
    from ._errors import WebhookPayloadError as WebhookPayloadError
    from ._log_text import LogCursor as LogCursor
    from ._log_text import LogGap as LogGap
    from ._log_text import LogText as LogText
    from ._observe import RequestEvent as RequestEvent
    from ._observe import ResponseEvent as ResponseEvent
    from ._observe import RetryEvent as RetryEvent
    from ._paginator import AsyncPaginator as AsyncPaginator
    from ._paginator import Paginator as Paginator
    from ._status import is_finished as is_finished
    from ._status import raise_for_status as raise_for_status
    from ._trigger import TriggeredBuild as TriggeredBuild
    from ._webhooks import WebhookEvent as WebhookEvent
    from ._webhooks import WebhookGit as WebhookGit
    from ._webhooks import parse_webhook as parse_webhook

_MODULES = {
    "AsyncBitrise": "_client",
    "Bitrise": "_client",
    "APIConnectionError": "_errors",
    "APIResponseError": "_errors",
    "APIStatusError": "_errors",
    "APITimeoutError": "_errors",
    "AuthenticationError": "_errors",
    "BadRequestError": "_errors",
    "BitriseError": "_errors",
    "BuildFailed": "_errors",
    "ConfigurationError": "_errors",
    "ConflictError": "_errors",
    "DownloadError": "_errors",
    "NotFoundError": "_errors",
    "PaginationError": "_errors",
    "PermissionDeniedError": "_errors",
    "RateLimitError": "_errors",
    "ResponseValidationError": "_errors",
    "ServerError": "_errors",
    "UnprocessableEntityError": "_errors",
    "UploadError": "_errors",
    "WaitTimeout": "_errors",
    "WebhookPayloadError": "_errors",
    "TriggeredBuild": "_trigger",
    "LogCursor": "_log_text",
    "LogGap": "_log_text",
    "LogText": "_log_text",
    "RequestEvent": "_observe",
    "ResponseEvent": "_observe",
    "RetryEvent": "_observe",
    "AsyncPaginator": "_paginator",
    "Paginator": "_paginator",
    "is_finished": "_status",
    "raise_for_status": "_status",
    "WebhookEvent": "_webhooks",
    "WebhookGit": "_webhooks",
    "parse_webhook": "_webhooks",
}

__all__ = list(_MODULES)


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
