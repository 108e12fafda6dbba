"""Uploading the files that builds need: announce, transfer, confirm."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bitrise_api.resources.android_keystore_files import AndroidKeystoreFiles, AsyncAndroidKeystoreFiles
from bitrise_api.resources.build_certificates import AsyncBuildCertificates, BuildCertificates
from bitrise_api.resources.generic_project_files import AsyncGenericProjectFiles, GenericProjectFiles
from bitrise_api.resources.provisioning_profiles import AsyncProvisioningProfiles, ProvisioningProfiles

from ._download import StrPath, label_of
from ._errors import APIConnectionError, APIStatusError, BitriseError, UploadError
from ._flow import Exchange, FileBody, Flow
from ._job import async_job, sync_job
from ._plan import Context, done
from ._retry import send

if TYPE_CHECKING:
    from bitrise_api.models import AndroidKeystoreFile, BuildCertificate, GenericProjectFile, ProvisioningProfile


def upload_keystore(
    context: Context,
    app_slug: str,
    path: StrPath,
    /,
    *,
    alias: str,
    password: str,
    private_key_password: str,
    name: str | None = None,
) -> Flow[AndroidKeystoreFile]:
    """Upload an Android keystore: announce it, transfer it without the token, confirm it.

    Args:
        app_slug: The app.
        path: The file.
        alias: The key's alias.
        password: The keystore's password.
        private_key_password: The key's password.
        name: The file's name on the server; default is its own.

    Returns:
        The file as the server has it.

    Raises:
        UploadError: the transfer or the confirmation failed; says what is left on the server and what to do about it.
        APIStatusError, APIConnectionError: the announcement failed; nothing is left.
        OSError: the file cannot be read.
    """
    details = {"alias": alias, "password": password, "private_key_password": private_key_password}
    files = context.api.android_keystore_files
    uploaded = yield from _upload(context, "android_keystore_files", files, app_slug, path, name, details)
    return uploaded  # type: ignore[no-any-return]


def upload_certificate(
    context: Context, app_slug: str, path: StrPath, /, *, name: str | None = None
) -> Flow[BuildCertificate]:
    """Upload a code signing certificate (.p12): announce it, transfer it without the token, confirm it.

    Args:
        app_slug: The app.
        path: The file.
        name: The file's name on the server; default is its own.

    Returns:
        The file as the server has it. Its password is set with `build_certificates.update`.

    Raises:
        UploadError, APIStatusError, APIConnectionError, OSError: as for the other uploads.
    """
    files = context.api.build_certificates
    uploaded = yield from _upload(context, "build_certificates", files, app_slug, path, name, {})
    return uploaded  # type: ignore[no-any-return]


def upload_profile(
    context: Context, app_slug: str, path: StrPath, /, *, name: str | None = None
) -> Flow[ProvisioningProfile]:
    """Upload a provisioning profile: announce it, transfer it without the token, confirm it.

    Args:
        app_slug: The app.
        path: The file.
        name: The file's name on the server; default is its own.

    Returns:
        The file as the server has it.

    Raises:
        UploadError, APIStatusError, APIConnectionError, OSError: as for the other uploads.
    """
    files = context.api.provisioning_profiles
    uploaded = yield from _upload(context, "provisioning_profiles", files, app_slug, path, name, {})
    return uploaded  # type: ignore[no-any-return]


def upload_generic(
    context: Context, app_slug: str, path: StrPath, /, *, env_key: str, name: str | None = None
) -> Flow[GenericProjectFile]:
    """Upload a generic file: announce it, transfer it without the token, confirm it.

    Args:
        app_slug: The app.
        path: The file.
        env_key: Name of the environment variable in which a build finds the file's address, without `BITRISEIO_` and
            `_URL`.
        name: The file's name on the server; default is its own.

    Returns:
        The file as the server has it.

    Raises:
        UploadError, APIStatusError, APIConnectionError, OSError: as for the other uploads.
    """
    files = context.api.generic_project_files
    uploaded = yield from _upload(
        context, "generic_project_files", files, app_slug, path, name, {"user_env_key": env_key}
    )
    return uploaded  # type: ignore[no-any-return]


class _KeystoreJobs:
    upload = sync_job(upload_keystore)


class _AsyncKeystoreJobs:
    upload = async_job(upload_keystore)


class _CertificateJobs:
    upload = sync_job(upload_certificate)


class _AsyncCertificateJobs:
    upload = async_job(upload_certificate)


class _ProfileJobs:
    upload = sync_job(upload_profile)


class _AsyncProfileJobs:
    upload = async_job(upload_profile)


class _GenericJobs:
    upload = sync_job(upload_generic)


class _AsyncGenericJobs:
    upload = async_job(upload_generic)


class AndroidKeystoreFilesWithJobs(_KeystoreJobs, AndroidKeystoreFiles):
    """The operations on Android keystores, and `upload`."""


class AsyncAndroidKeystoreFilesWithJobs(_AsyncKeystoreJobs, AsyncAndroidKeystoreFiles):
    """As `AndroidKeystoreFilesWithJobs`, awaited."""


class BuildCertificatesWithJobs(_CertificateJobs, BuildCertificates):
    """The operations on code signing certificates, and `upload`."""


class AsyncBuildCertificatesWithJobs(_AsyncCertificateJobs, AsyncBuildCertificates):
    """As `BuildCertificatesWithJobs`, awaited."""


class ProvisioningProfilesWithJobs(_ProfileJobs, ProvisioningProfiles):
    """The operations on provisioning profiles, and `upload`."""


class AsyncProvisioningProfilesWithJobs(_AsyncProfileJobs, AsyncProvisioningProfiles):
    """As `ProvisioningProfilesWithJobs`, awaited."""


class GenericProjectFilesWithJobs(_GenericJobs, GenericProjectFiles):
    """The operations on generic files, and `upload`."""


class AsyncGenericProjectFilesWithJobs(_AsyncGenericJobs, AsyncGenericProjectFiles):
    """As `GenericProjectFilesWithJobs`, awaited."""


def _upload(
    context: Context,
    resource: str,
    files: Any,
    app_slug: str,
    path: StrPath,
    name: str | None,
    details: Mapping[str, Any],
) -> Flow[Any]:
    file = Path(path)
    with file.open("rb"):  # that it can be read is known before anything is announced
        size = file.stat().st_size
    announced = yield from done(
        files.create(app_slug, body={"upload_file_name": name or file.name, "upload_file_size": size, **details})
    )
    failure: str | None = None
    try:
        yield from _transfer(context, announced.upload_url, FileBody(file, size))
    except (BitriseError, OSError) as error:
        failure = str(error)
    undo = f"delete it with {resource}.delete({app_slug!r}, {announced.slug!r})"
    if failure is not None:
        raise UploadError(
            f"{file.name!r} was announced as {announced.slug} but not transferred ({failure}); {undo}, then try again",
            slug=announced.slug,
            step="transfer",
        )
    try:
        return (yield from done(files.confirm(app_slug, announced.slug)))
    except (APIConnectionError, APIStatusError) as error:
        failure = str(error)
    raise UploadError(
        f"{file.name!r} was transferred as {announced.slug} but not confirmed ({failure}); "
        f"finish with {resource}.confirm({app_slug!r}, {announced.slug!r}) or {undo}",
        slug=announced.slug,
        step="confirm",
    )


def _transfer(context: Context, url: str | None, body: FileBody) -> Flow[None]:
    if not url:
        raise BitriseError("the server gave no address to transfer it to")
    yield from send(Exchange("PUT", url, label_of(url), content=body, signed=False), context.settings)
