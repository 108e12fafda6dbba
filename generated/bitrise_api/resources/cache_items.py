"""The operations of `cache_items`, sync and async."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from ..models.cache_item import CacheItem
    from ..models.cache_item_download import CacheItemDownload
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class CacheItems:
    """`cache_items` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def delete(
        self,
        app_slug: str,
        cache_item_id: str,
        /,
    ) -> Any:
        """Delete one cache item.

        `DELETE /apps/{app-slug}/cache-items/{cache-item-id}`
        """
        from ..api.key_value_cache import cache_item_delete

        return self._transport.call(
            cache_item_delete.build_request(
                app_slug,
                cache_item_id,
            ),
            cache_item_delete.parse,
        )

    def delete_all(
        self,
        app_slug: str,
        /,
    ) -> Any:
        """Delete all cache items of an app.

        `DELETE /apps/{app-slug}/cache-items`
        """
        from ..api.key_value_cache import cache_item_delete_all

        return self._transport.call(
            cache_item_delete_all.build_request(
                app_slug,
            ),
            cache_item_delete_all.parse,
        )

    def get_download(
        self,
        app_slug: str,
        cache_item_id: str,
        /,
    ) -> CacheItemDownload:
        """Get an address to download a cache item from.

        `GET /apps/{app-slug}/cache-items/{cache-item-id}/download`
        """
        from ..api.key_value_cache import cache_item_download

        return self._transport.call(
            cache_item_download.build_request(
                app_slug,
                cache_item_id,
            ),
            cache_item_download.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        next: datetime | str | None = None,
        limit: int | None = None,
    ) -> Pager[CacheItem]:
        """List the cache items of an app.

        `GET /apps/{app-slug}/cache-items`

        Args:
            next: Only what was made before this moment (RFC 3339): `paging.next` of the page before.
            limit: Most things on a page: 1 to 100, and 100 when not given.
        """
        from ..api.key_value_cache import cache_list

        return self._transport.paginate(
            cache_list.build_request(
                app_slug,
                next=next,
                limit=limit,
            ),
            cache_list.parse_item,
        )


class AsyncCacheItems:
    """`cache_items` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def delete(
        self,
        app_slug: str,
        cache_item_id: str,
        /,
    ) -> Any:
        """Delete one cache item.

        `DELETE /apps/{app-slug}/cache-items/{cache-item-id}`
        """
        from ..api.key_value_cache import cache_item_delete

        return await self._transport.call(
            cache_item_delete.build_request(
                app_slug,
                cache_item_id,
            ),
            cache_item_delete.parse,
        )

    async def delete_all(
        self,
        app_slug: str,
        /,
    ) -> Any:
        """Delete all cache items of an app.

        `DELETE /apps/{app-slug}/cache-items`
        """
        from ..api.key_value_cache import cache_item_delete_all

        return await self._transport.call(
            cache_item_delete_all.build_request(
                app_slug,
            ),
            cache_item_delete_all.parse,
        )

    async def get_download(
        self,
        app_slug: str,
        cache_item_id: str,
        /,
    ) -> CacheItemDownload:
        """Get an address to download a cache item from.

        `GET /apps/{app-slug}/cache-items/{cache-item-id}/download`
        """
        from ..api.key_value_cache import cache_item_download

        return await self._transport.call(
            cache_item_download.build_request(
                app_slug,
                cache_item_id,
            ),
            cache_item_download.parse_result,
        )

    def list(
        self,
        app_slug: str,
        /,
        *,
        next: datetime | str | None = None,
        limit: int | None = None,
    ) -> AsyncPager[CacheItem]:
        """List the cache items of an app.

        `GET /apps/{app-slug}/cache-items`

        Args:
            next: Only what was made before this moment (RFC 3339): `paging.next` of the page before.
            limit: Most things on a page: 1 to 100, and 100 when not given.
        """
        from ..api.key_value_cache import cache_list

        return self._transport.paginate(
            cache_list.build_request(
                app_slug,
                next=next,
                limit=limit,
            ),
            cache_list.parse_item,
        )
