"""Every resource of the API, each imported at first use."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..runtime import AsyncTransport, Transport
    from .activities import Activities, AsyncActivities
    from .addons import Addons, AsyncAddons
    from .android_keystore_files import AndroidKeystoreFiles, AsyncAndroidKeystoreFiles
    from .apple_api_credentials import AppleApiCredentials, AsyncAppleApiCredentials
    from .apps import Apps, AsyncApps
    from .artifacts import Artifacts, AsyncArtifacts
    from .bitrise_yml import AsyncBitriseYml, BitriseYml
    from .branches import AsyncBranches, Branches
    from .build_certificates import AsyncBuildCertificates, BuildCertificates
    from .build_requests import AsyncBuildRequests, BuildRequests
    from .builds import AsyncBuilds, Builds
    from .cache_items import AsyncCacheItems, CacheItems
    from .generic_project_files import AsyncGenericProjectFiles, GenericProjectFiles
    from .google_service_credentials import AsyncGoogleServiceCredentials, GoogleServiceCredentials
    from .groups import AsyncGroups, Groups
    from .members import AsyncMembers, Members
    from .organization_secrets import AsyncOrganizationSecrets, OrganizationSecrets
    from .organizations import AsyncOrganizations, Organizations
    from .outgoing_webhooks import AsyncOutgoingWebhooks, OutgoingWebhooks
    from .pipelines import AsyncPipelines, Pipelines
    from .provisioning_profiles import AsyncProvisioningProfiles, ProvisioningProfiles
    from .roles import AsyncRoles, Roles
    from .secrets import AsyncSecrets, Secrets
    from .stacks import AsyncStacks, Stacks
    from .steps import AsyncSteps, Steps
    from .test_devices import AsyncTestDevices, TestDevices
    from .users import AsyncUsers, Users
    from .webhook_delivery_items import AsyncWebhookDeliveryItems, WebhookDeliveryItems
    from .workflows import AsyncWorkflows, Workflows

__all__ = ("AsyncResources", "Resources")


class Resources:
    """The API over `_transport`, which a subclass provides."""

    @property
    def _transport(self) -> Transport:
        raise NotImplementedError

    @cached_property
    def activities(self) -> Activities:
        from .activities import Activities

        return Activities(self._transport)

    @cached_property
    def addons(self) -> Addons:
        from .addons import Addons

        return Addons(self._transport)

    @cached_property
    def android_keystore_files(self) -> AndroidKeystoreFiles:
        from .android_keystore_files import AndroidKeystoreFiles

        return AndroidKeystoreFiles(self._transport)

    @cached_property
    def apple_api_credentials(self) -> AppleApiCredentials:
        from .apple_api_credentials import AppleApiCredentials

        return AppleApiCredentials(self._transport)

    @cached_property
    def apps(self) -> Apps:
        from .apps import Apps

        return Apps(self._transport)

    @cached_property
    def artifacts(self) -> Artifacts:
        from .artifacts import Artifacts

        return Artifacts(self._transport)

    @cached_property
    def bitrise_yml(self) -> BitriseYml:
        from .bitrise_yml import BitriseYml

        return BitriseYml(self._transport)

    @cached_property
    def branches(self) -> Branches:
        from .branches import Branches

        return Branches(self._transport)

    @cached_property
    def build_certificates(self) -> BuildCertificates:
        from .build_certificates import BuildCertificates

        return BuildCertificates(self._transport)

    @cached_property
    def build_requests(self) -> BuildRequests:
        from .build_requests import BuildRequests

        return BuildRequests(self._transport)

    @cached_property
    def builds(self) -> Builds:
        from .builds import Builds

        return Builds(self._transport)

    @cached_property
    def cache_items(self) -> CacheItems:
        from .cache_items import CacheItems

        return CacheItems(self._transport)

    @cached_property
    def generic_project_files(self) -> GenericProjectFiles:
        from .generic_project_files import GenericProjectFiles

        return GenericProjectFiles(self._transport)

    @cached_property
    def google_service_credentials(self) -> GoogleServiceCredentials:
        from .google_service_credentials import GoogleServiceCredentials

        return GoogleServiceCredentials(self._transport)

    @cached_property
    def groups(self) -> Groups:
        from .groups import Groups

        return Groups(self._transport)

    @cached_property
    def members(self) -> Members:
        from .members import Members

        return Members(self._transport)

    @cached_property
    def organization_secrets(self) -> OrganizationSecrets:
        from .organization_secrets import OrganizationSecrets

        return OrganizationSecrets(self._transport)

    @cached_property
    def organizations(self) -> Organizations:
        from .organizations import Organizations

        return Organizations(self._transport)

    @cached_property
    def outgoing_webhooks(self) -> OutgoingWebhooks:
        from .outgoing_webhooks import OutgoingWebhooks

        return OutgoingWebhooks(self._transport)

    @cached_property
    def pipelines(self) -> Pipelines:
        from .pipelines import Pipelines

        return Pipelines(self._transport)

    @cached_property
    def provisioning_profiles(self) -> ProvisioningProfiles:
        from .provisioning_profiles import ProvisioningProfiles

        return ProvisioningProfiles(self._transport)

    @cached_property
    def roles(self) -> Roles:
        from .roles import Roles

        return Roles(self._transport)

    @cached_property
    def secrets(self) -> Secrets:
        from .secrets import Secrets

        return Secrets(self._transport)

    @cached_property
    def stacks(self) -> Stacks:
        from .stacks import Stacks

        return Stacks(self._transport)

    @cached_property
    def steps(self) -> Steps:
        from .steps import Steps

        return Steps(self._transport)

    @cached_property
    def test_devices(self) -> TestDevices:
        from .test_devices import TestDevices

        return TestDevices(self._transport)

    @cached_property
    def users(self) -> Users:
        from .users import Users

        return Users(self._transport)

    @cached_property
    def webhook_delivery_items(self) -> WebhookDeliveryItems:
        from .webhook_delivery_items import WebhookDeliveryItems

        return WebhookDeliveryItems(self._transport)

    @cached_property
    def workflows(self) -> Workflows:
        from .workflows import Workflows

        return Workflows(self._transport)


class AsyncResources:
    """The API over `_transport`, which a subclass provides, for asyncio."""

    @property
    def _transport(self) -> AsyncTransport:
        raise NotImplementedError

    @cached_property
    def activities(self) -> AsyncActivities:
        from .activities import AsyncActivities

        return AsyncActivities(self._transport)

    @cached_property
    def addons(self) -> AsyncAddons:
        from .addons import AsyncAddons

        return AsyncAddons(self._transport)

    @cached_property
    def android_keystore_files(self) -> AsyncAndroidKeystoreFiles:
        from .android_keystore_files import AsyncAndroidKeystoreFiles

        return AsyncAndroidKeystoreFiles(self._transport)

    @cached_property
    def apple_api_credentials(self) -> AsyncAppleApiCredentials:
        from .apple_api_credentials import AsyncAppleApiCredentials

        return AsyncAppleApiCredentials(self._transport)

    @cached_property
    def apps(self) -> AsyncApps:
        from .apps import AsyncApps

        return AsyncApps(self._transport)

    @cached_property
    def artifacts(self) -> AsyncArtifacts:
        from .artifacts import AsyncArtifacts

        return AsyncArtifacts(self._transport)

    @cached_property
    def bitrise_yml(self) -> AsyncBitriseYml:
        from .bitrise_yml import AsyncBitriseYml

        return AsyncBitriseYml(self._transport)

    @cached_property
    def branches(self) -> AsyncBranches:
        from .branches import AsyncBranches

        return AsyncBranches(self._transport)

    @cached_property
    def build_certificates(self) -> AsyncBuildCertificates:
        from .build_certificates import AsyncBuildCertificates

        return AsyncBuildCertificates(self._transport)

    @cached_property
    def build_requests(self) -> AsyncBuildRequests:
        from .build_requests import AsyncBuildRequests

        return AsyncBuildRequests(self._transport)

    @cached_property
    def builds(self) -> AsyncBuilds:
        from .builds import AsyncBuilds

        return AsyncBuilds(self._transport)

    @cached_property
    def cache_items(self) -> AsyncCacheItems:
        from .cache_items import AsyncCacheItems

        return AsyncCacheItems(self._transport)

    @cached_property
    def generic_project_files(self) -> AsyncGenericProjectFiles:
        from .generic_project_files import AsyncGenericProjectFiles

        return AsyncGenericProjectFiles(self._transport)

    @cached_property
    def google_service_credentials(self) -> AsyncGoogleServiceCredentials:
        from .google_service_credentials import AsyncGoogleServiceCredentials

        return AsyncGoogleServiceCredentials(self._transport)

    @cached_property
    def groups(self) -> AsyncGroups:
        from .groups import AsyncGroups

        return AsyncGroups(self._transport)

    @cached_property
    def members(self) -> AsyncMembers:
        from .members import AsyncMembers

        return AsyncMembers(self._transport)

    @cached_property
    def organization_secrets(self) -> AsyncOrganizationSecrets:
        from .organization_secrets import AsyncOrganizationSecrets

        return AsyncOrganizationSecrets(self._transport)

    @cached_property
    def organizations(self) -> AsyncOrganizations:
        from .organizations import AsyncOrganizations

        return AsyncOrganizations(self._transport)

    @cached_property
    def outgoing_webhooks(self) -> AsyncOutgoingWebhooks:
        from .outgoing_webhooks import AsyncOutgoingWebhooks

        return AsyncOutgoingWebhooks(self._transport)

    @cached_property
    def pipelines(self) -> AsyncPipelines:
        from .pipelines import AsyncPipelines

        return AsyncPipelines(self._transport)

    @cached_property
    def provisioning_profiles(self) -> AsyncProvisioningProfiles:
        from .provisioning_profiles import AsyncProvisioningProfiles

        return AsyncProvisioningProfiles(self._transport)

    @cached_property
    def roles(self) -> AsyncRoles:
        from .roles import AsyncRoles

        return AsyncRoles(self._transport)

    @cached_property
    def secrets(self) -> AsyncSecrets:
        from .secrets import AsyncSecrets

        return AsyncSecrets(self._transport)

    @cached_property
    def stacks(self) -> AsyncStacks:
        from .stacks import AsyncStacks

        return AsyncStacks(self._transport)

    @cached_property
    def steps(self) -> AsyncSteps:
        from .steps import AsyncSteps

        return AsyncSteps(self._transport)

    @cached_property
    def test_devices(self) -> AsyncTestDevices:
        from .test_devices import AsyncTestDevices

        return AsyncTestDevices(self._transport)

    @cached_property
    def users(self) -> AsyncUsers:
        from .users import AsyncUsers

        return AsyncUsers(self._transport)

    @cached_property
    def webhook_delivery_items(self) -> AsyncWebhookDeliveryItems:
        from .webhook_delivery_items import AsyncWebhookDeliveryItems

        return AsyncWebhookDeliveryItems(self._transport)

    @cached_property
    def workflows(self) -> AsyncWorkflows:
        from .workflows import AsyncWorkflows

        return AsyncWorkflows(self._transport)
