"""What changed between two documents, for someone who uses a client of the API.

Published (Swagger 2.0) and contract (OpenAPI 3) documents can be compared with each other. A change of a
schema that several operations share is told once, with the operations that it touches.
"""

from pipeline.changes.compared import Change, compare
from pipeline.changes.report import as_json, as_markdown, as_text, changelog_entry
from pipeline.changes.rules import RULES, Level

__all__ = [
    "RULES",
    "Change",
    "Level",
    "as_json",
    "as_markdown",
    "as_text",
    "changelog_entry",
    "compare",
]
