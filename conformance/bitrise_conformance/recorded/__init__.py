"""Recorded traffic: read it, check it without a network, and say how the contract would have to change."""

from bitrise_conformance.recorded.read import RecordingError, read_recording

__all__ = ["RecordingError", "read_recording"]
