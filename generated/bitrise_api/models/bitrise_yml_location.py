from enum import StrEnum


class BitriseYmlLocation(StrEnum):
    """Where a bitrise.yml is kept: at Bitrise or in the repository.

    The API may know more: an unknown value reads as itself.
    """

    LOCATION_BITRISE_IO = "bitrise.io"
    LOCATION_REPOSITORY = "repository"
