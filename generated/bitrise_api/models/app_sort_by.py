from enum import StrEnum


class AppSortBy(StrEnum):
    """An order of apps.

    The API may know more: an unknown value reads as itself.
    """

    LAST_BUILD_AT = "last_build_at"
    CREATED_AT = "created_at"
