"""What a run tells: ``report.json`` holds everything, and the other files are made from it."""

from bitrise_conformance.report.build import Report, build_report
from bitrise_conformance.report.terminal import final_lines
from bitrise_conformance.report.write import write_report

__all__ = ["Report", "build_report", "final_lines", "write_report"]
