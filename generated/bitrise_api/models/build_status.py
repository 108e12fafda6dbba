from enum import IntEnum


class BuildStatus(IntEnum):
    """State of a build: 0 not finished, 1 success, 2 error, 3 aborted, 4 aborted but counted as a success.

    The API may know more: an unknown value reads as itself.
    """

    IN_PROGRESS = 0
    SUCCESS = 1
    ERROR = 2
    ABORTED = 3
    ABORTED_WITH_SUCCESS = 4
