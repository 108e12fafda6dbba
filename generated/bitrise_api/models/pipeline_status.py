from enum import StrEnum


class PipelineStatus(StrEnum):
    """State of a pipeline.

    The API may know more: an unknown value reads as itself.
    """

    INITIALIZING = "initializing"
    ON_HOLD = "on_hold"
    RUNNING = "running"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    ABORTED = "aborted"
    SUCCEEDED_WITH_ABORT = "succeeded_with_abort"
