from enum import StrEnum


class StepsSearchMaintainersItem(StrEnum):
    """Values of `StepsSearchMaintainersItem`.

    The API may know more: an unknown value reads as itself.
    """

    BITRISE = "bitrise"
    VERIFIED = "verified"
    COMMUNITY = "community"
