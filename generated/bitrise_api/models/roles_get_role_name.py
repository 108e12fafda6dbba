from enum import StrEnum


class RolesGetRoleName(StrEnum):
    """Values of `RolesGetRoleName`.

    The API may know more: an unknown value reads as itself.
    """

    ADMIN = "admin"
    MANAGER = "manager"
    MEMBER = "member"
    PLATFORM_ENGINEER = "platform_engineer"
