from enum import StrEnum


class RoleName(StrEnum):
    """A role on an app.

    The API may know more: an unknown value reads as itself.
    """

    ADMIN = "admin"
    MANAGER = "manager"
    MEMBER = "member"
    PLATFORM_ENGINEER = "platform_engineer"
