from enum import StrEnum


class BuildSortBy(StrEnum):
    """An order of builds.

    The API may know more: an unknown value reads as itself.
    """

    RUNNING_FIRST = "running_first"
    CREATED_AT = "created_at"
