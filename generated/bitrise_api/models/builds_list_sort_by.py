from enum import StrEnum


class BuildsListSortBy(StrEnum):
    """Values of `BuildsListSortBy`.

    The API may know more: an unknown value reads as itself.
    """

    RUNNING_FIRST = "running_first"
    CREATED_AT = "created_at"
