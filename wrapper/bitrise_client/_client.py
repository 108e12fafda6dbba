"""The two clients: every operation of the API as `bitrise.<resource>.<method>`, and the jobs made of several."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, NoReturn

from bitrise_api.resources import AsyncResources, Resources

if TYPE_CHECKING:  # what is needed at run time is imported when a client is made
    from typing import Self

    import httpx

    from ._artifacts import ArtifactsWithJobs, AsyncArtifactsWithJobs
    from ._auth import AsyncTokenSource, TokenSource
    from ._builds import AsyncBuildsWithJobs, BuildsWithJobs
    from ._files import (
        AndroidKeystoreFilesWithJobs,
        AsyncAndroidKeystoreFilesWithJobs,
        AsyncBuildCertificatesWithJobs,
        AsyncGenericProjectFilesWithJobs,
        AsyncProvisioningProfilesWithJobs,
        BuildCertificatesWithJobs,
        GenericProjectFilesWithJobs,
        ProvisioningProfilesWithJobs,
    )
    from ._observe import RequestEvent, ResponseEvent, RetryEvent
    from ._settings import Settings
    from ._transport import AsyncClientTransport, ClientTransport

KEPT: Any = type("Kept", (), {"__repr__": lambda self: "as it is"})()


class _Client:
    """What both clients have: settings, and no way to give the token away."""

    _settings: Settings
    _wire: Any
    _owner: bool

    def with_options(self, *, timeout: float | None = KEPT, max_retries: int = KEPT) -> Self:
        """The same client, over the same connections, with other options: `bitrise.with_options(timeout=5).users.me()`.

        Closing it closes nothing: the connections are the original's.
        """
        from ._settings import changed

        other = object.__new__(type(self))
        other._settings = changed(
            self._settings,
            self._settings.timeout if timeout is KEPT else timeout,
            self._settings.max_retries if max_retries is KEPT else max_retries,
        )
        other._wire = self._wire
        other._owner = False
        return other

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={self._settings.base_url!r})"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"{type(self).__name__} holds a token and open connections and cannot be pickled or copied; "
            "make one in each process"
        )


class Bitrise(_Client, Resources):
    """The Bitrise API v0.1.

    One client may be used from many threads at once. Close it, or use it in a `with` statement.

    Args:
        token: A personal or workspace access token, or a function that returns one (asked before each request).
            Default: the environment variable `BITRISE_TOKEN`. It is sent to the API's own scheme, host and port only.
        base_url: Address of the API. Default: the environment variable `BITRISE_API_BASE_URL`, else
            `https://api.bitrise.io/v0.1`.
        timeout: Seconds to wait for a connection, and for each next piece of an answer; None waits for ever.
        max_retries: How often a failed request is repeated where that is safe; see the page on retries.
        transport: An httpx transport, for tests, a proxy or an own certificate authority. Default: httpx's own.
        trust_env: Whether `HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY`, `SSL_CERT_FILE` and `SSL_CERT_DIR` are obeyed.
        on_request: Called before each request is sent.
        on_response: Called when an answer has come.
        on_retry: Called before a failed request is repeated.

    Raises:
        ConfigurationError: no token, or an argument that cannot work.
    """

    def __init__(
        self,
        token: TokenSource | None = None,
        *,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        transport: httpx.BaseTransport | None = None,
        trust_env: bool = True,
        on_request: Callable[[RequestEvent], object] | None = None,
        on_response: Callable[[ResponseEvent], object] | None = None,
        on_retry: Callable[[RetryEvent], object] | None = None,
    ) -> None:
        from ._settings import make_settings
        from ._wire import Wire

        self._settings = make_settings(
            token, base_url, timeout, max_retries, (on_request, on_response, on_retry), trust_env
        )
        self._wire = Wire(transport)
        self._owner = True

    def request(self, method: str, path: str, *, params: Mapping[str, Any] | None = None, body: Any = None) -> Any:
        """Send a request that the contract does not have.

        Args:
            method: HTTP method.
            path: Path below the API's address, such as `/apps/SLUG/new-thing`.
            params: Query parameters; None values are left out.
            body: A JSON value, or a str to be sent as plain text.

        Returns:
            The answer's JSON value, its text if it is not JSON, None if it is empty.
        """
        from ._request import raw_request

        return self._transport.run(raw_request(self._settings, method, path, params, body))

    def close(self) -> None:
        """Close the connections."""
        if self._owner:
            self._wire.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @functools.cached_property
    def _transport(self) -> ClientTransport:
        from ._transport import ClientTransport

        return ClientTransport(self._wire, self._settings)

    @functools.cached_property
    def builds(self) -> BuildsWithJobs:
        """Builds: the operations, and the jobs made of them."""
        from ._builds import BuildsWithJobs

        return BuildsWithJobs(self._transport)

    @functools.cached_property
    def artifacts(self) -> ArtifactsWithJobs:
        """Artifacts: the operations, and the jobs made of them."""
        from ._artifacts import ArtifactsWithJobs

        return ArtifactsWithJobs(self._transport)

    @functools.cached_property
    def android_keystore_files(self) -> AndroidKeystoreFilesWithJobs:
        """Android keystores: the operations, and `upload`."""
        from ._files import AndroidKeystoreFilesWithJobs

        return AndroidKeystoreFilesWithJobs(self._transport)

    @functools.cached_property
    def build_certificates(self) -> BuildCertificatesWithJobs:
        """Code signing certificates: the operations, and `upload`."""
        from ._files import BuildCertificatesWithJobs

        return BuildCertificatesWithJobs(self._transport)

    @functools.cached_property
    def provisioning_profiles(self) -> ProvisioningProfilesWithJobs:
        """Provisioning profiles: the operations, and `upload`."""
        from ._files import ProvisioningProfilesWithJobs

        return ProvisioningProfilesWithJobs(self._transport)

    @functools.cached_property
    def generic_project_files(self) -> GenericProjectFilesWithJobs:
        """Generic files: the operations, and `upload`."""
        from ._files import GenericProjectFilesWithJobs

        return GenericProjectFilesWithJobs(self._transport)


class AsyncBitrise(_Client, AsyncResources):
    """The Bitrise API v0.1, awaited: the methods of `Bitrise`, with `await`, `async for` and `async with`.

    Args:
        token: As for `Bitrise`; the function may also be a coroutine function.
        base_url: As for `Bitrise`.
        timeout: As for `Bitrise`.
        max_retries: As for `Bitrise`.
        transport: An asynchronous httpx transport.
        trust_env: As for `Bitrise`.
        on_request: As for `Bitrise`; a plain function.
        on_response: As for `Bitrise`; a plain function.
        on_retry: As for `Bitrise`; a plain function.

    Raises:
        ConfigurationError: no token, or an argument that cannot work.
    """

    def __init__(
        self,
        token: AsyncTokenSource | None = None,
        *,
        base_url: str | None = None,
        timeout: float | None = 30.0,
        max_retries: int = 2,
        transport: httpx.AsyncBaseTransport | None = None,
        trust_env: bool = True,
        on_request: Callable[[RequestEvent], object] | None = None,
        on_response: Callable[[ResponseEvent], object] | None = None,
        on_retry: Callable[[RetryEvent], object] | None = None,
    ) -> None:
        from ._settings import make_settings
        from ._wire import AsyncWire

        self._settings = make_settings(
            token, base_url, timeout, max_retries, (on_request, on_response, on_retry), trust_env
        )
        self._wire = AsyncWire(transport)
        self._owner = True

    async def request(
        self, method: str, path: str, *, params: Mapping[str, Any] | None = None, body: Any = None
    ) -> Any:
        """As `Bitrise.request`."""
        from ._request import raw_request

        return await self._transport.run(raw_request(self._settings, method, path, params, body))

    async def aclose(self) -> None:
        """Close the connections."""
        if self._owner:
            await self._wire.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.aclose()

    @functools.cached_property
    def _transport(self) -> AsyncClientTransport:
        from ._transport import AsyncClientTransport

        return AsyncClientTransport(self._wire, self._settings)

    @functools.cached_property
    def builds(self) -> AsyncBuildsWithJobs:
        """Builds: the operations, and the jobs made of them."""
        from ._builds import AsyncBuildsWithJobs

        return AsyncBuildsWithJobs(self._transport)

    @functools.cached_property
    def artifacts(self) -> AsyncArtifactsWithJobs:
        """Artifacts: the operations, and the jobs made of them."""
        from ._artifacts import AsyncArtifactsWithJobs

        return AsyncArtifactsWithJobs(self._transport)

    @functools.cached_property
    def android_keystore_files(self) -> AsyncAndroidKeystoreFilesWithJobs:
        """Android keystores: the operations, and `upload`."""
        from ._files import AsyncAndroidKeystoreFilesWithJobs

        return AsyncAndroidKeystoreFilesWithJobs(self._transport)

    @functools.cached_property
    def build_certificates(self) -> AsyncBuildCertificatesWithJobs:
        """Code signing certificates: the operations, and `upload`."""
        from ._files import AsyncBuildCertificatesWithJobs

        return AsyncBuildCertificatesWithJobs(self._transport)

    @functools.cached_property
    def provisioning_profiles(self) -> AsyncProvisioningProfilesWithJobs:
        """Provisioning profiles: the operations, and `upload`."""
        from ._files import AsyncProvisioningProfilesWithJobs

        return AsyncProvisioningProfilesWithJobs(self._transport)

    @functools.cached_property
    def generic_project_files(self) -> AsyncGenericProjectFilesWithJobs:
        """Generic files: the operations, and `upload`."""
        from ._files import AsyncGenericProjectFilesWithJobs

        return AsyncGenericProjectFilesWithJobs(self._transport)
