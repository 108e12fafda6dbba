from enum import StrEnum


class RolesUpdateRoleName(StrEnum):
    """Values of `RolesUpdateRoleName`.

    The API may know more: an unknown value reads as itself.
    """

    ADMIN = "admin"
    MANAGER = "manager"
    MEMBER = "member"
    PLATFORM_ENGINEER = "platform_engineer"
