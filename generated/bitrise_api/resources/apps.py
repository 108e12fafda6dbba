"""The operations of `apps`, sync and async."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..models.app import App
    from ..models.app_create_params import AppCreateParams
    from ..models.app_created import AppCreated
    from ..models.app_deleted import AppDeleted
    from ..models.app_finish_params import AppFinishParams
    from ..models.app_finished import AppFinished
    from ..models.app_sort_by import AppSortBy
    from ..models.app_update_params import AppUpdateParams
    from ..models.app_updated import AppUpdated
    from ..models.connection_type_params import ConnectionTypeParams
    from ..models.email_notification_params import EmailNotificationParams
    from ..models.email_notifications_updated import EmailNotificationsUpdated
    from ..models.github_app_connection_params import GithubAppConnectionParams
    from ..models.linked_repositories_params import LinkedRepositoriesParams
    from ..models.ssh_key_register_params import SshKeyRegisterParams
    from ..models.ssh_key_registered import SshKeyRegistered
    from ..models.webhook_registered import WebhookRegistered
    from ..runtime import AsyncPager, AsyncTransport, Pager, Transport


class Apps:
    """`apps` of Bitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def change_connection_type(
        self,
        app_slug: str,
        /,
        *,
        body: ConnectionTypeParams | Mapping[str, Any],
    ) -> Any:
        """Change how an app is connected to its repository.

        `POST /apps/{app-slug}/change-connection-type`
        """
        from ..api.application import app_change_connection_type

        return self._transport.call(
            app_change_connection_type.build_request(
                app_slug,
                body=body,
            ),
            app_change_connection_type.parse,
        )

    def create(
        self,
        *,
        body: AppCreateParams | Mapping[str, Any],
    ) -> AppCreated:
        """Add an app for a repository; the first of the steps that finish ends.

        `POST /apps/register`
        """
        from ..api.app_setup import app_create

        return self._transport.call(
            app_create.build_request(
                body=body,
            ),
            app_create.parse,
        )

    def delete(
        self,
        app_slug: str,
        /,
    ) -> AppDeleted:
        """Delete an app.

        `DELETE /apps/{app-slug}`
        """
        from ..api.application import app_delete

        return self._transport.call(
            app_delete.build_request(
                app_slug,
            ),
            app_delete.parse,
        )

    def finish(
        self,
        app_slug: str,
        /,
        *,
        body: AppFinishParams | Mapping[str, Any],
    ) -> AppFinished:
        """End adding an app: set its kind, stack and owner.

        `POST /apps/{app-slug}/finish`
        """
        from ..api.app_setup import app_finish

        return self._transport.call(
            app_finish.build_request(
                app_slug,
                body=body,
            ),
            app_finish.parse,
        )

    def get(
        self,
        app_slug: str,
        /,
    ) -> App:
        """Get one app.

        `GET /apps/{app-slug}`
        """
        from ..api.application import app_show

        return self._transport.call(
            app_show.build_request(
                app_slug,
            ),
            app_show.parse_result,
        )

    def list(
        self,
        *,
        sort_by: AppSortBy | str | None = None,
        next: str | None = None,
        limit: int | None = None,
        title: str | None = None,
        project_type: str | None = None,
    ) -> Pager[App]:
        """List the apps that the token can see.

        `GET /apps`

        Args:
            sort_by: Order: by the last build (`last_build_at`) or by when the app was added (`created_at`).
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
            title: Only apps with this title.
            project_type: Only apps of this kind, such as ios, android or flutter.
        """
        from ..api.application import app_list

        return self._transport.paginate(
            app_list.build_request(
                sort_by=sort_by,
                next=next,
                limit=limit,
                title=title,
                project_type=project_type,
            ),
            app_list.parse_item,
        )

    def list_by_organization(
        self,
        org_slug: str,
        /,
        *,
        sort_by: AppSortBy | str | None = None,
        next: str | None = None,
        limit: int | None = None,
        title: str | None = None,
        project_type: str | None = None,
    ) -> Pager[App]:
        """List the apps of an organization.

        `GET /organizations/{org-slug}/apps`

        Args:
            sort_by: Order: by the last build (`last_build_at`) or by when the app was added (`created_at`).
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
            title: Only apps with this title.
            project_type: Only apps of this kind, such as ios, android or flutter.
        """
        from ..api.application import app_list_by_organization

        return self._transport.paginate(
            app_list_by_organization.build_request(
                org_slug,
                sort_by=sort_by,
                next=next,
                limit=limit,
                title=title,
                project_type=project_type,
            ),
            app_list_by_organization.parse_item,
        )

    def list_by_user(
        self,
        user_slug: str,
        /,
        *,
        sort_by: AppSortBy | str | None = None,
        next: str | None = None,
        limit: int | None = None,
        title: str | None = None,
        project_type: str | None = None,
    ) -> Pager[App]:
        """List the apps of a user.

        `GET /users/{user-slug}/apps`

        Args:
            sort_by: Order: by the last build (`last_build_at`) or by when the app was added (`created_at`).
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
            title: Only apps with this title.
            project_type: Only apps of this kind, such as ios, android or flutter.
        """
        from ..api.application import app_list_by_user

        return self._transport.paginate(
            app_list_by_user.build_request(
                user_slug,
                sort_by=sort_by,
                next=next,
                limit=limit,
                title=title,
                project_type=project_type,
            ),
            app_list_by_user.parse_item,
        )

    def register_ssh_key(
        self,
        app_slug: str,
        /,
        *,
        body: SshKeyRegisterParams | Mapping[str, Any],
    ) -> SshKeyRegistered:
        """Give an app the SSH key it clones with.

        `POST /apps/{app-slug}/register-ssh-key`
        """
        from ..api.app_setup import ssh_key_create

        return self._transport.call(
            ssh_key_create.build_request(
                app_slug,
                body=body,
            ),
            ssh_key_create.parse,
        )

    def register_webhook(
        self,
        app_slug: str,
        /,
    ) -> WebhookRegistered:
        """Register a webhook for an app with its Git provider.

        `POST /apps/{app-slug}/register-webhook`
        """
        from ..api.app_setup import app_webhook_create

        return self._transport.call(
            app_webhook_create.build_request(
                app_slug,
            ),
            app_webhook_create.parse,
        )

    def remove_repository_authorization(
        self,
        app_slug: str,
        /,
    ) -> None:
        """Remove an app's authorization to its repository.

        `DELETE /apps/{app-slug}/repository-authorization`
        """
        from ..api.application import app_remove_repository_authorization

        self._transport.call(
            app_remove_repository_authorization.build_request(
                app_slug,
            ),
            app_remove_repository_authorization.parse,
        )

    def remove_service_credential_user(
        self,
        app_slug: str,
        /,
    ) -> None:
        """Remove the user whose credentials an app uses.

        `DELETE /apps/{app-slug}/service-credential-user`
        """
        from ..api.application import app_remove_service_credential_user

        self._transport.call(
            app_remove_service_credential_user.build_request(
                app_slug,
            ),
            app_remove_service_credential_user.parse,
        )

    def update(
        self,
        app_slug: str,
        /,
        *,
        body: AppUpdateParams | Mapping[str, Any],
    ) -> AppUpdated:
        """Change an app's title, branch, repository, visibility or credentials.

        `PATCH /apps/{app-slug}`
        """
        from ..api.application import app_update

        return self._transport.call(
            app_update.build_request(
                app_slug,
                body=body,
            ),
            app_update.parse,
        )

    def update_email_notifications(
        self,
        app_slug: str,
        /,
        *,
        body: EmailNotificationParams | Mapping[str, Any],
    ) -> EmailNotificationsUpdated:
        """Set when an app sends e-mail about its builds.

        `PATCH /apps/{app-slug}/update-email-notifications`
        """
        from ..api.application import app_notifications

        return self._transport.call(
            app_notifications.build_request(
                app_slug,
                body=body,
            ),
            app_notifications.parse,
        )

    def update_github_app_connection(
        self,
        app_slug: str,
        /,
        *,
        body: GithubAppConnectionParams | Mapping[str, Any],
    ) -> None:
        """Set how much the GitHub app may do for an app.

        `PUT /apps/{app-slug}/github-app-connection-configuration`
        """
        from ..api.application import app_change_github_app_connection_configuration

        self._transport.call(
            app_change_github_app_connection_configuration.build_request(
                app_slug,
                body=body,
            ),
            app_change_github_app_connection_configuration.parse,
        )

    def update_linked_repositories(
        self,
        app_slug: str,
        /,
        *,
        body: LinkedRepositoriesParams | Mapping[str, Any],
    ) -> None:
        """Set which further repositories an app may reach.

        `POST /apps/{app-slug}/github-app-connection-configuration/update-linked-repositories`
        """
        from ..api.application import app_change_linked_repositories

        self._transport.call(
            app_change_linked_repositories.build_request(
                app_slug,
                body=body,
            ),
            app_change_linked_repositories.parse,
        )


class AsyncApps:
    """`apps` of AsyncBitrise. Each call raises what its transport raises, ValueError on an argument it cannot send."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def change_connection_type(
        self,
        app_slug: str,
        /,
        *,
        body: ConnectionTypeParams | Mapping[str, Any],
    ) -> Any:
        """Change how an app is connected to its repository.

        `POST /apps/{app-slug}/change-connection-type`
        """
        from ..api.application import app_change_connection_type

        return await self._transport.call(
            app_change_connection_type.build_request(
                app_slug,
                body=body,
            ),
            app_change_connection_type.parse,
        )

    async def create(
        self,
        *,
        body: AppCreateParams | Mapping[str, Any],
    ) -> AppCreated:
        """Add an app for a repository; the first of the steps that finish ends.

        `POST /apps/register`
        """
        from ..api.app_setup import app_create

        return await self._transport.call(
            app_create.build_request(
                body=body,
            ),
            app_create.parse,
        )

    async def delete(
        self,
        app_slug: str,
        /,
    ) -> AppDeleted:
        """Delete an app.

        `DELETE /apps/{app-slug}`
        """
        from ..api.application import app_delete

        return await self._transport.call(
            app_delete.build_request(
                app_slug,
            ),
            app_delete.parse,
        )

    async def finish(
        self,
        app_slug: str,
        /,
        *,
        body: AppFinishParams | Mapping[str, Any],
    ) -> AppFinished:
        """End adding an app: set its kind, stack and owner.

        `POST /apps/{app-slug}/finish`
        """
        from ..api.app_setup import app_finish

        return await self._transport.call(
            app_finish.build_request(
                app_slug,
                body=body,
            ),
            app_finish.parse,
        )

    async def get(
        self,
        app_slug: str,
        /,
    ) -> App:
        """Get one app.

        `GET /apps/{app-slug}`
        """
        from ..api.application import app_show

        return await self._transport.call(
            app_show.build_request(
                app_slug,
            ),
            app_show.parse_result,
        )

    def list(
        self,
        *,
        sort_by: AppSortBy | str | None = None,
        next: str | None = None,
        limit: int | None = None,
        title: str | None = None,
        project_type: str | None = None,
    ) -> AsyncPager[App]:
        """List the apps that the token can see.

        `GET /apps`

        Args:
            sort_by: Order: by the last build (`last_build_at`) or by when the app was added (`created_at`).
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
            title: Only apps with this title.
            project_type: Only apps of this kind, such as ios, android or flutter.
        """
        from ..api.application import app_list

        return self._transport.paginate(
            app_list.build_request(
                sort_by=sort_by,
                next=next,
                limit=limit,
                title=title,
                project_type=project_type,
            ),
            app_list.parse_item,
        )

    def list_by_organization(
        self,
        org_slug: str,
        /,
        *,
        sort_by: AppSortBy | str | None = None,
        next: str | None = None,
        limit: int | None = None,
        title: str | None = None,
        project_type: str | None = None,
    ) -> AsyncPager[App]:
        """List the apps of an organization.

        `GET /organizations/{org-slug}/apps`

        Args:
            sort_by: Order: by the last build (`last_build_at`) or by when the app was added (`created_at`).
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
            title: Only apps with this title.
            project_type: Only apps of this kind, such as ios, android or flutter.
        """
        from ..api.application import app_list_by_organization

        return self._transport.paginate(
            app_list_by_organization.build_request(
                org_slug,
                sort_by=sort_by,
                next=next,
                limit=limit,
                title=title,
                project_type=project_type,
            ),
            app_list_by_organization.parse_item,
        )

    def list_by_user(
        self,
        user_slug: str,
        /,
        *,
        sort_by: AppSortBy | str | None = None,
        next: str | None = None,
        limit: int | None = None,
        title: str | None = None,
        project_type: str | None = None,
    ) -> AsyncPager[App]:
        """List the apps of a user.

        `GET /users/{user-slug}/apps`

        Args:
            sort_by: Order: by the last build (`last_build_at`) or by when the app was added (`created_at`).
            next: Where the page begins: `paging.next` of the page before.
            limit: Most things on a page: 1 to 50, and 50 when not given. More is refused.
            title: Only apps with this title.
            project_type: Only apps of this kind, such as ios, android or flutter.
        """
        from ..api.application import app_list_by_user

        return self._transport.paginate(
            app_list_by_user.build_request(
                user_slug,
                sort_by=sort_by,
                next=next,
                limit=limit,
                title=title,
                project_type=project_type,
            ),
            app_list_by_user.parse_item,
        )

    async def register_ssh_key(
        self,
        app_slug: str,
        /,
        *,
        body: SshKeyRegisterParams | Mapping[str, Any],
    ) -> SshKeyRegistered:
        """Give an app the SSH key it clones with.

        `POST /apps/{app-slug}/register-ssh-key`
        """
        from ..api.app_setup import ssh_key_create

        return await self._transport.call(
            ssh_key_create.build_request(
                app_slug,
                body=body,
            ),
            ssh_key_create.parse,
        )

    async def register_webhook(
        self,
        app_slug: str,
        /,
    ) -> WebhookRegistered:
        """Register a webhook for an app with its Git provider.

        `POST /apps/{app-slug}/register-webhook`
        """
        from ..api.app_setup import app_webhook_create

        return await self._transport.call(
            app_webhook_create.build_request(
                app_slug,
            ),
            app_webhook_create.parse,
        )

    async def remove_repository_authorization(
        self,
        app_slug: str,
        /,
    ) -> None:
        """Remove an app's authorization to its repository.

        `DELETE /apps/{app-slug}/repository-authorization`
        """
        from ..api.application import app_remove_repository_authorization

        await self._transport.call(
            app_remove_repository_authorization.build_request(
                app_slug,
            ),
            app_remove_repository_authorization.parse,
        )

    async def remove_service_credential_user(
        self,
        app_slug: str,
        /,
    ) -> None:
        """Remove the user whose credentials an app uses.

        `DELETE /apps/{app-slug}/service-credential-user`
        """
        from ..api.application import app_remove_service_credential_user

        await self._transport.call(
            app_remove_service_credential_user.build_request(
                app_slug,
            ),
            app_remove_service_credential_user.parse,
        )

    async def update(
        self,
        app_slug: str,
        /,
        *,
        body: AppUpdateParams | Mapping[str, Any],
    ) -> AppUpdated:
        """Change an app's title, branch, repository, visibility or credentials.

        `PATCH /apps/{app-slug}`
        """
        from ..api.application import app_update

        return await self._transport.call(
            app_update.build_request(
                app_slug,
                body=body,
            ),
            app_update.parse,
        )

    async def update_email_notifications(
        self,
        app_slug: str,
        /,
        *,
        body: EmailNotificationParams | Mapping[str, Any],
    ) -> EmailNotificationsUpdated:
        """Set when an app sends e-mail about its builds.

        `PATCH /apps/{app-slug}/update-email-notifications`
        """
        from ..api.application import app_notifications

        return await self._transport.call(
            app_notifications.build_request(
                app_slug,
                body=body,
            ),
            app_notifications.parse,
        )

    async def update_github_app_connection(
        self,
        app_slug: str,
        /,
        *,
        body: GithubAppConnectionParams | Mapping[str, Any],
    ) -> None:
        """Set how much the GitHub app may do for an app.

        `PUT /apps/{app-slug}/github-app-connection-configuration`
        """
        from ..api.application import app_change_github_app_connection_configuration

        await self._transport.call(
            app_change_github_app_connection_configuration.build_request(
                app_slug,
                body=body,
            ),
            app_change_github_app_connection_configuration.parse,
        )

    async def update_linked_repositories(
        self,
        app_slug: str,
        /,
        *,
        body: LinkedRepositoriesParams | Mapping[str, Any],
    ) -> None:
        """Set which further repositories an app may reach.

        `POST /apps/{app-slug}/github-app-connection-configuration/update-linked-repositories`
        """
        from ..api.application import app_change_linked_repositories

        await self._transport.call(
            app_change_linked_repositories.build_request(
                app_slug,
                body=body,
            ),
            app_change_linked_repositories.parse,
        )
