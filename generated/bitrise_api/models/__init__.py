"""The objects and enums of the API. Each is imported at first use."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .activity_event import ActivityEvent
    from .activity_event_page import ActivityEventPage
    from .addon import Addon
    from .addon_app import AddonApp
    from .addon_developer_link import AddonDeveloperLink
    from .addon_envelope import AddonEnvelope
    from .addon_feature import AddonFeature
    from .addon_list import AddonList
    from .addon_plan import AddonPlan
    from .addon_setup_guide import AddonSetupGuide
    from .addon_setup_instruction import AddonSetupInstruction
    from .android_keystore_file import AndroidKeystoreFile
    from .android_keystore_file_create_params import AndroidKeystoreFileCreateParams
    from .android_keystore_file_download import AndroidKeystoreFileDownload
    from .android_keystore_file_download_envelope import AndroidKeystoreFileDownloadEnvelope
    from .android_keystore_file_envelope import AndroidKeystoreFileEnvelope
    from .android_keystore_file_page import AndroidKeystoreFilePage
    from .android_keystore_file_upload import AndroidKeystoreFileUpload
    from .android_keystore_file_upload_envelope import AndroidKeystoreFileUploadEnvelope
    from .app import App
    from .app_addon import AppAddon
    from .app_addon_list import AppAddonList
    from .app_create_params import AppCreateParams
    from .app_created import AppCreated
    from .app_deleted import AppDeleted
    from .app_envelope import AppEnvelope
    from .app_finish_params import AppFinishParams
    from .app_finished import AppFinished
    from .app_page import AppPage
    from .app_sort_by import AppSortBy
    from .app_update_params import AppUpdateParams
    from .app_updated import AppUpdated
    from .apple_api_credential import AppleApiCredential
    from .apple_api_credential_create_params import AppleApiCredentialCreateParams
    from .apple_api_credential_created import AppleApiCredentialCreated
    from .apple_api_credential_created_envelope import AppleApiCredentialCreatedEnvelope
    from .apple_api_credential_list import AppleApiCredentialList
    from .archived_build import ArchivedBuild
    from .archived_build_artifact import ArchivedBuildArtifact
    from .archived_build_page import ArchivedBuildPage
    from .artifact import Artifact
    from .artifact_deleted_envelope import ArtifactDeletedEnvelope
    from .artifact_envelope import ArtifactEnvelope
    from .artifact_list_item import ArtifactListItem
    from .artifact_page import ArtifactPage
    from .artifact_update_params import ArtifactUpdateParams
    from .bitrise_yml_create_params import BitriseYmlCreateParams
    from .bitrise_yml_location import BitriseYmlLocation
    from .bitrise_yml_settings import BitriseYmlSettings
    from .bitrise_yml_settings_update_params import BitriseYmlSettingsUpdateParams
    from .bitrise_yml_validate_params import BitriseYmlValidateParams
    from .bitrise_yml_validation import BitriseYmlValidation
    from .branch_list import BranchList
    from .build import Build
    from .build_abort_params import BuildAbortParams
    from .build_aborted import BuildAborted
    from .build_certificate import BuildCertificate
    from .build_certificate_create_params import BuildCertificateCreateParams
    from .build_certificate_download import BuildCertificateDownload
    from .build_certificate_download_envelope import BuildCertificateDownloadEnvelope
    from .build_certificate_envelope import BuildCertificateEnvelope
    from .build_certificate_page import BuildCertificatePage
    from .build_certificate_update_params import BuildCertificateUpdateParams
    from .build_certificate_upload import BuildCertificateUpload
    from .build_certificate_upload_envelope import BuildCertificateUploadEnvelope
    from .build_envelope import BuildEnvelope
    from .build_environment import BuildEnvironment
    from .build_hook_info import BuildHookInfo
    from .build_log import BuildLog
    from .build_page import BuildPage
    from .build_params import BuildParams
    from .build_request import BuildRequest
    from .build_request_list import BuildRequestList
    from .build_request_update_params import BuildRequestUpdateParams
    from .build_request_updated import BuildRequestUpdated
    from .build_secret import BuildSecret
    from .build_sort_by import BuildSortBy
    from .build_status import BuildStatus
    from .build_tool_invocation import BuildToolInvocation
    from .build_trigger_params import BuildTriggerParams
    from .build_trigger_result import BuildTriggerResult
    from .build_triggered import BuildTriggered
    from .build_with_app import BuildWithApp
    from .build_with_app_page import BuildWithAppPage
    from .cache_item import CacheItem
    from .cache_item_download import CacheItemDownload
    from .cache_item_download_envelope import CacheItemDownloadEnvelope
    from .cache_item_page import CacheItemPage
    from .certificate_content import CertificateContent
    from .commit_paths import CommitPaths
    from .connection_type_params import ConnectionTypeParams
    from .email_notification_params import EmailNotificationParams
    from .email_notifications_updated import EmailNotificationsUpdated
    from .error import Error
    from .generic_project_file import GenericProjectFile
    from .generic_project_file_create_params import GenericProjectFileCreateParams
    from .generic_project_file_download import GenericProjectFileDownload
    from .generic_project_file_download_envelope import GenericProjectFileDownloadEnvelope
    from .generic_project_file_envelope import GenericProjectFileEnvelope
    from .generic_project_file_page import GenericProjectFilePage
    from .generic_project_file_update_params import GenericProjectFileUpdateParams
    from .generic_project_file_upload import GenericProjectFileUpload
    from .generic_project_file_upload_envelope import GenericProjectFileUploadEnvelope
    from .github_app_connection_params import GithubAppConnectionParams
    from .google_service_credential import GoogleServiceCredential
    from .google_service_credential_create_params import GoogleServiceCredentialCreateParams
    from .google_service_credential_created import GoogleServiceCredentialCreated
    from .google_service_credential_created_envelope import GoogleServiceCredentialCreatedEnvelope
    from .google_service_credential_list import GoogleServiceCredentialList
    from .group import Group
    from .group_create_params import GroupCreateParams
    from .group_member_params import GroupMemberParams
    from .linked_repositories_params import LinkedRepositoriesParams
    from .log_chunk import LogChunk
    from .machine_type_update_error import MachineTypeUpdateError
    from .machine_type_update_params import MachineTypeUpdateParams
    from .machine_types_updated import MachineTypesUpdated
    from .member import Member
    from .member_params import MemberParams
    from .organization import Organization
    from .organization_apple_api_credential import OrganizationAppleApiCredential
    from .organization_apple_api_credential_list import OrganizationAppleApiCredentialList
    from .organization_envelope import OrganizationEnvelope
    from .organization_list import OrganizationList
    from .organization_owner import OrganizationOwner
    from .organization_secret_create_params import OrganizationSecretCreateParams
    from .outgoing_webhook import OutgoingWebhook
    from .outgoing_webhook_create_params import OutgoingWebhookCreateParams
    from .outgoing_webhook_created_envelope import OutgoingWebhookCreatedEnvelope
    from .outgoing_webhook_deleted_envelope import OutgoingWebhookDeletedEnvelope
    from .outgoing_webhook_envelope import OutgoingWebhookEnvelope
    from .outgoing_webhook_page import OutgoingWebhookPage
    from .outgoing_webhook_update_params import OutgoingWebhookUpdateParams
    from .owner import Owner
    from .owner_addon import OwnerAddon
    from .owner_addon_list import OwnerAddonList
    from .paging import Paging
    from .pipeline import Pipeline
    from .pipeline_abort_params import PipelineAbortParams
    from .pipeline_app import PipelineApp
    from .pipeline_artifact import PipelineArtifact
    from .pipeline_attempt import PipelineAttempt
    from .pipeline_commit_paths import PipelineCommitPaths
    from .pipeline_environment import PipelineEnvironment
    from .pipeline_list_item import PipelineListItem
    from .pipeline_local_config import PipelineLocalConfig
    from .pipeline_page import PipelinePage
    from .pipeline_priority import PipelinePriority
    from .pipeline_rebuild_params import PipelineRebuildParams
    from .pipeline_show_environment import PipelineShowEnvironment
    from .pipeline_show_trigger_params import PipelineShowTriggerParams
    from .pipeline_stage import PipelineStage
    from .pipeline_status import PipelineStatus
    from .pipeline_trigger_params import PipelineTriggerParams
    from .pipeline_with_app import PipelineWithApp
    from .pipeline_with_app_page import PipelineWithAppPage
    from .pipeline_workflow import PipelineWorkflow
    from .provisioning_profile import ProvisioningProfile
    from .provisioning_profile_create_params import ProvisioningProfileCreateParams
    from .provisioning_profile_download import ProvisioningProfileDownload
    from .provisioning_profile_download_envelope import ProvisioningProfileDownloadEnvelope
    from .provisioning_profile_envelope import ProvisioningProfileEnvelope
    from .provisioning_profile_page import ProvisioningProfilePage
    from .provisioning_profile_update_params import ProvisioningProfileUpdateParams
    from .provisioning_profile_upload import ProvisioningProfileUpload
    from .provisioning_profile_upload_envelope import ProvisioningProfileUploadEnvelope
    from .role_groups import RoleGroups
    from .role_name import RoleName
    from .secret import Secret
    from .secret_create_params import SecretCreateParams
    from .secret_list import SecretList
    from .secret_update_params import SecretUpdateParams
    from .secret_value import SecretValue
    from .secret_with_value import SecretWithValue
    from .ssh_key_register_params import SshKeyRegisterParams
    from .ssh_key_registered import SshKeyRegistered
    from .stack import Stack
    from .step import Step
    from .step_input import StepInput
    from .steps_search_categories_item import StepsSearchCategoriesItem
    from .steps_search_maintainers_item import StepsSearchMaintainersItem
    from .test_device import TestDevice
    from .test_device_list import TestDeviceList
    from .user import User
    from .user_envelope import UserEnvelope
    from .webhook_delivery_item import WebhookDeliveryItem
    from .webhook_delivery_item_envelope import WebhookDeliveryItemEnvelope
    from .webhook_delivery_item_page import WebhookDeliveryItemPage
    from .webhook_registered import WebhookRegistered
    from .workflow_list import WorkflowList

__all__ = (
    "ActivityEvent",
    "ActivityEventPage",
    "Addon",
    "AddonApp",
    "AddonDeveloperLink",
    "AddonEnvelope",
    "AddonFeature",
    "AddonList",
    "AddonPlan",
    "AddonSetupGuide",
    "AddonSetupInstruction",
    "AndroidKeystoreFile",
    "AndroidKeystoreFileCreateParams",
    "AndroidKeystoreFileDownload",
    "AndroidKeystoreFileDownloadEnvelope",
    "AndroidKeystoreFileEnvelope",
    "AndroidKeystoreFilePage",
    "AndroidKeystoreFileUpload",
    "AndroidKeystoreFileUploadEnvelope",
    "App",
    "AppAddon",
    "AppAddonList",
    "AppCreateParams",
    "AppCreated",
    "AppDeleted",
    "AppEnvelope",
    "AppFinishParams",
    "AppFinished",
    "AppPage",
    "AppSortBy",
    "AppUpdateParams",
    "AppUpdated",
    "AppleApiCredential",
    "AppleApiCredentialCreateParams",
    "AppleApiCredentialCreated",
    "AppleApiCredentialCreatedEnvelope",
    "AppleApiCredentialList",
    "ArchivedBuild",
    "ArchivedBuildArtifact",
    "ArchivedBuildPage",
    "Artifact",
    "ArtifactDeletedEnvelope",
    "ArtifactEnvelope",
    "ArtifactListItem",
    "ArtifactPage",
    "ArtifactUpdateParams",
    "BitriseYmlCreateParams",
    "BitriseYmlLocation",
    "BitriseYmlSettings",
    "BitriseYmlSettingsUpdateParams",
    "BitriseYmlValidateParams",
    "BitriseYmlValidation",
    "BranchList",
    "Build",
    "BuildAbortParams",
    "BuildAborted",
    "BuildCertificate",
    "BuildCertificateCreateParams",
    "BuildCertificateDownload",
    "BuildCertificateDownloadEnvelope",
    "BuildCertificateEnvelope",
    "BuildCertificatePage",
    "BuildCertificateUpdateParams",
    "BuildCertificateUpload",
    "BuildCertificateUploadEnvelope",
    "BuildEnvelope",
    "BuildEnvironment",
    "BuildHookInfo",
    "BuildLog",
    "BuildPage",
    "BuildParams",
    "BuildRequest",
    "BuildRequestList",
    "BuildRequestUpdateParams",
    "BuildRequestUpdated",
    "BuildSecret",
    "BuildSortBy",
    "BuildStatus",
    "BuildToolInvocation",
    "BuildTriggerParams",
    "BuildTriggerResult",
    "BuildTriggered",
    "BuildWithApp",
    "BuildWithAppPage",
    "CacheItem",
    "CacheItemDownload",
    "CacheItemDownloadEnvelope",
    "CacheItemPage",
    "CertificateContent",
    "CommitPaths",
    "ConnectionTypeParams",
    "EmailNotificationParams",
    "EmailNotificationsUpdated",
    "Error",
    "GenericProjectFile",
    "GenericProjectFileCreateParams",
    "GenericProjectFileDownload",
    "GenericProjectFileDownloadEnvelope",
    "GenericProjectFileEnvelope",
    "GenericProjectFilePage",
    "GenericProjectFileUpdateParams",
    "GenericProjectFileUpload",
    "GenericProjectFileUploadEnvelope",
    "GithubAppConnectionParams",
    "GoogleServiceCredential",
    "GoogleServiceCredentialCreateParams",
    "GoogleServiceCredentialCreated",
    "GoogleServiceCredentialCreatedEnvelope",
    "GoogleServiceCredentialList",
    "Group",
    "GroupCreateParams",
    "GroupMemberParams",
    "LinkedRepositoriesParams",
    "LogChunk",
    "MachineTypeUpdateError",
    "MachineTypeUpdateParams",
    "MachineTypesUpdated",
    "Member",
    "MemberParams",
    "Organization",
    "OrganizationAppleApiCredential",
    "OrganizationAppleApiCredentialList",
    "OrganizationEnvelope",
    "OrganizationList",
    "OrganizationOwner",
    "OrganizationSecretCreateParams",
    "OutgoingWebhook",
    "OutgoingWebhookCreateParams",
    "OutgoingWebhookCreatedEnvelope",
    "OutgoingWebhookDeletedEnvelope",
    "OutgoingWebhookEnvelope",
    "OutgoingWebhookPage",
    "OutgoingWebhookUpdateParams",
    "Owner",
    "OwnerAddon",
    "OwnerAddonList",
    "Paging",
    "Pipeline",
    "PipelineAbortParams",
    "PipelineApp",
    "PipelineArtifact",
    "PipelineAttempt",
    "PipelineCommitPaths",
    "PipelineEnvironment",
    "PipelineListItem",
    "PipelineLocalConfig",
    "PipelinePage",
    "PipelinePriority",
    "PipelineRebuildParams",
    "PipelineShowEnvironment",
    "PipelineShowTriggerParams",
    "PipelineStage",
    "PipelineStatus",
    "PipelineTriggerParams",
    "PipelineWithApp",
    "PipelineWithAppPage",
    "PipelineWorkflow",
    "ProvisioningProfile",
    "ProvisioningProfileCreateParams",
    "ProvisioningProfileDownload",
    "ProvisioningProfileDownloadEnvelope",
    "ProvisioningProfileEnvelope",
    "ProvisioningProfilePage",
    "ProvisioningProfileUpdateParams",
    "ProvisioningProfileUpload",
    "ProvisioningProfileUploadEnvelope",
    "RoleGroups",
    "RoleName",
    "Secret",
    "SecretCreateParams",
    "SecretList",
    "SecretUpdateParams",
    "SecretValue",
    "SecretWithValue",
    "SshKeyRegisterParams",
    "SshKeyRegistered",
    "Stack",
    "Step",
    "StepInput",
    "StepsSearchCategoriesItem",
    "StepsSearchMaintainersItem",
    "TestDevice",
    "TestDeviceList",
    "User",
    "UserEnvelope",
    "WebhookDeliveryItem",
    "WebhookDeliveryItemEnvelope",
    "WebhookDeliveryItemPage",
    "WebhookRegistered",
    "WorkflowList",
)

_MODULES = {
    "ActivityEvent": "activity_event",
    "ActivityEventPage": "activity_event_page",
    "Addon": "addon",
    "AddonApp": "addon_app",
    "AddonDeveloperLink": "addon_developer_link",
    "AddonEnvelope": "addon_envelope",
    "AddonFeature": "addon_feature",
    "AddonList": "addon_list",
    "AddonPlan": "addon_plan",
    "AddonSetupGuide": "addon_setup_guide",
    "AddonSetupInstruction": "addon_setup_instruction",
    "AndroidKeystoreFile": "android_keystore_file",
    "AndroidKeystoreFileCreateParams": "android_keystore_file_create_params",
    "AndroidKeystoreFileDownload": "android_keystore_file_download",
    "AndroidKeystoreFileDownloadEnvelope": "android_keystore_file_download_envelope",
    "AndroidKeystoreFileEnvelope": "android_keystore_file_envelope",
    "AndroidKeystoreFilePage": "android_keystore_file_page",
    "AndroidKeystoreFileUpload": "android_keystore_file_upload",
    "AndroidKeystoreFileUploadEnvelope": "android_keystore_file_upload_envelope",
    "App": "app",
    "AppAddon": "app_addon",
    "AppAddonList": "app_addon_list",
    "AppCreateParams": "app_create_params",
    "AppCreated": "app_created",
    "AppDeleted": "app_deleted",
    "AppEnvelope": "app_envelope",
    "AppFinishParams": "app_finish_params",
    "AppFinished": "app_finished",
    "AppPage": "app_page",
    "AppSortBy": "app_sort_by",
    "AppUpdateParams": "app_update_params",
    "AppUpdated": "app_updated",
    "AppleApiCredential": "apple_api_credential",
    "AppleApiCredentialCreateParams": "apple_api_credential_create_params",
    "AppleApiCredentialCreated": "apple_api_credential_created",
    "AppleApiCredentialCreatedEnvelope": "apple_api_credential_created_envelope",
    "AppleApiCredentialList": "apple_api_credential_list",
    "ArchivedBuild": "archived_build",
    "ArchivedBuildArtifact": "archived_build_artifact",
    "ArchivedBuildPage": "archived_build_page",
    "Artifact": "artifact",
    "ArtifactDeletedEnvelope": "artifact_deleted_envelope",
    "ArtifactEnvelope": "artifact_envelope",
    "ArtifactListItem": "artifact_list_item",
    "ArtifactPage": "artifact_page",
    "ArtifactUpdateParams": "artifact_update_params",
    "BitriseYmlCreateParams": "bitrise_yml_create_params",
    "BitriseYmlLocation": "bitrise_yml_location",
    "BitriseYmlSettings": "bitrise_yml_settings",
    "BitriseYmlSettingsUpdateParams": "bitrise_yml_settings_update_params",
    "BitriseYmlValidateParams": "bitrise_yml_validate_params",
    "BitriseYmlValidation": "bitrise_yml_validation",
    "BranchList": "branch_list",
    "Build": "build",
    "BuildAbortParams": "build_abort_params",
    "BuildAborted": "build_aborted",
    "BuildCertificate": "build_certificate",
    "BuildCertificateCreateParams": "build_certificate_create_params",
    "BuildCertificateDownload": "build_certificate_download",
    "BuildCertificateDownloadEnvelope": "build_certificate_download_envelope",
    "BuildCertificateEnvelope": "build_certificate_envelope",
    "BuildCertificatePage": "build_certificate_page",
    "BuildCertificateUpdateParams": "build_certificate_update_params",
    "BuildCertificateUpload": "build_certificate_upload",
    "BuildCertificateUploadEnvelope": "build_certificate_upload_envelope",
    "BuildEnvelope": "build_envelope",
    "BuildEnvironment": "build_environment",
    "BuildHookInfo": "build_hook_info",
    "BuildLog": "build_log",
    "BuildPage": "build_page",
    "BuildParams": "build_params",
    "BuildRequest": "build_request",
    "BuildRequestList": "build_request_list",
    "BuildRequestUpdateParams": "build_request_update_params",
    "BuildRequestUpdated": "build_request_updated",
    "BuildSecret": "build_secret",
    "BuildSortBy": "build_sort_by",
    "BuildStatus": "build_status",
    "BuildToolInvocation": "build_tool_invocation",
    "BuildTriggerParams": "build_trigger_params",
    "BuildTriggerResult": "build_trigger_result",
    "BuildTriggered": "build_triggered",
    "BuildWithApp": "build_with_app",
    "BuildWithAppPage": "build_with_app_page",
    "CacheItem": "cache_item",
    "CacheItemDownload": "cache_item_download",
    "CacheItemDownloadEnvelope": "cache_item_download_envelope",
    "CacheItemPage": "cache_item_page",
    "CertificateContent": "certificate_content",
    "CommitPaths": "commit_paths",
    "ConnectionTypeParams": "connection_type_params",
    "EmailNotificationParams": "email_notification_params",
    "EmailNotificationsUpdated": "email_notifications_updated",
    "Error": "error",
    "GenericProjectFile": "generic_project_file",
    "GenericProjectFileCreateParams": "generic_project_file_create_params",
    "GenericProjectFileDownload": "generic_project_file_download",
    "GenericProjectFileDownloadEnvelope": "generic_project_file_download_envelope",
    "GenericProjectFileEnvelope": "generic_project_file_envelope",
    "GenericProjectFilePage": "generic_project_file_page",
    "GenericProjectFileUpdateParams": "generic_project_file_update_params",
    "GenericProjectFileUpload": "generic_project_file_upload",
    "GenericProjectFileUploadEnvelope": "generic_project_file_upload_envelope",
    "GithubAppConnectionParams": "github_app_connection_params",
    "GoogleServiceCredential": "google_service_credential",
    "GoogleServiceCredentialCreateParams": "google_service_credential_create_params",
    "GoogleServiceCredentialCreated": "google_service_credential_created",
    "GoogleServiceCredentialCreatedEnvelope": "google_service_credential_created_envelope",
    "GoogleServiceCredentialList": "google_service_credential_list",
    "Group": "group",
    "GroupCreateParams": "group_create_params",
    "GroupMemberParams": "group_member_params",
    "LinkedRepositoriesParams": "linked_repositories_params",
    "LogChunk": "log_chunk",
    "MachineTypeUpdateError": "machine_type_update_error",
    "MachineTypeUpdateParams": "machine_type_update_params",
    "MachineTypesUpdated": "machine_types_updated",
    "Member": "member",
    "MemberParams": "member_params",
    "Organization": "organization",
    "OrganizationAppleApiCredential": "organization_apple_api_credential",
    "OrganizationAppleApiCredentialList": "organization_apple_api_credential_list",
    "OrganizationEnvelope": "organization_envelope",
    "OrganizationList": "organization_list",
    "OrganizationOwner": "organization_owner",
    "OrganizationSecretCreateParams": "organization_secret_create_params",
    "OutgoingWebhook": "outgoing_webhook",
    "OutgoingWebhookCreateParams": "outgoing_webhook_create_params",
    "OutgoingWebhookCreatedEnvelope": "outgoing_webhook_created_envelope",
    "OutgoingWebhookDeletedEnvelope": "outgoing_webhook_deleted_envelope",
    "OutgoingWebhookEnvelope": "outgoing_webhook_envelope",
    "OutgoingWebhookPage": "outgoing_webhook_page",
    "OutgoingWebhookUpdateParams": "outgoing_webhook_update_params",
    "Owner": "owner",
    "OwnerAddon": "owner_addon",
    "OwnerAddonList": "owner_addon_list",
    "Paging": "paging",
    "Pipeline": "pipeline",
    "PipelineAbortParams": "pipeline_abort_params",
    "PipelineApp": "pipeline_app",
    "PipelineArtifact": "pipeline_artifact",
    "PipelineAttempt": "pipeline_attempt",
    "PipelineCommitPaths": "pipeline_commit_paths",
    "PipelineEnvironment": "pipeline_environment",
    "PipelineListItem": "pipeline_list_item",
    "PipelineLocalConfig": "pipeline_local_config",
    "PipelinePage": "pipeline_page",
    "PipelinePriority": "pipeline_priority",
    "PipelineRebuildParams": "pipeline_rebuild_params",
    "PipelineShowEnvironment": "pipeline_show_environment",
    "PipelineShowTriggerParams": "pipeline_show_trigger_params",
    "PipelineStage": "pipeline_stage",
    "PipelineStatus": "pipeline_status",
    "PipelineTriggerParams": "pipeline_trigger_params",
    "PipelineWithApp": "pipeline_with_app",
    "PipelineWithAppPage": "pipeline_with_app_page",
    "PipelineWorkflow": "pipeline_workflow",
    "ProvisioningProfile": "provisioning_profile",
    "ProvisioningProfileCreateParams": "provisioning_profile_create_params",
    "ProvisioningProfileDownload": "provisioning_profile_download",
    "ProvisioningProfileDownloadEnvelope": "provisioning_profile_download_envelope",
    "ProvisioningProfileEnvelope": "provisioning_profile_envelope",
    "ProvisioningProfilePage": "provisioning_profile_page",
    "ProvisioningProfileUpdateParams": "provisioning_profile_update_params",
    "ProvisioningProfileUpload": "provisioning_profile_upload",
    "ProvisioningProfileUploadEnvelope": "provisioning_profile_upload_envelope",
    "RoleGroups": "role_groups",
    "RoleName": "role_name",
    "Secret": "secret",
    "SecretCreateParams": "secret_create_params",
    "SecretList": "secret_list",
    "SecretUpdateParams": "secret_update_params",
    "SecretValue": "secret_value",
    "SecretWithValue": "secret_with_value",
    "SshKeyRegisterParams": "ssh_key_register_params",
    "SshKeyRegistered": "ssh_key_registered",
    "Stack": "stack",
    "Step": "step",
    "StepInput": "step_input",
    "StepsSearchCategoriesItem": "steps_search_categories_item",
    "StepsSearchMaintainersItem": "steps_search_maintainers_item",
    "TestDevice": "test_device",
    "TestDeviceList": "test_device_list",
    "User": "user",
    "UserEnvelope": "user_envelope",
    "WebhookDeliveryItem": "webhook_delivery_item",
    "WebhookDeliveryItemEnvelope": "webhook_delivery_item_envelope",
    "WebhookDeliveryItemPage": "webhook_delivery_item_page",
    "WebhookRegistered": "webhook_registered",
    "WorkflowList": "workflow_list",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
