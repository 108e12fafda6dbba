from enum import StrEnum


class AppsListByUserSortBy(StrEnum):
    """Values of `AppsListByUserSortBy`.

    The API may know more: an unknown value reads as itself.
    """

    LAST_BUILD_AT = "last_build_at"
    CREATED_AT = "created_at"
