from enum import StrEnum


class StepsSearchCategoriesItem(StrEnum):
    """Values of `StepsSearchCategoriesItem`.

    The API may know more: an unknown value reads as itself.
    """

    BUILD = "build"
    CODESIGN = "code-sign"
    TEST = "test"
    DEPLOY = "deploy"
    NOTIFICATION = "notification"
    ACCESSCONTROL = "access-control"
    ARTIFACTINFO = "artifact-info"
    INSTALLER = "installer"
    DEPENDENCY = "dependency"
    UTILITY = "utility"
