"""Contract tests for the Bitrise API v0.1: a server is checked against ``spec/openapi.json``.

The command is ``bitrise-conformance`` (see :mod:`bitrise_conformance.cli`). Its parts can be used alone:

- :class:`~bitrise_conformance.contract.Contract`: the document, made easy to ask.
- :func:`~bitrise_conformance.judge.judge`: what one answer violates.
- :mod:`~bitrise_conformance.semantic`: the rules that no schema states, each a small function.
- :func:`~bitrise_conformance.job.run`: the whole job.
"""

from bitrise_conformance.contract import Contract, Operation
from bitrise_conformance.findings import Exchange, Finding

__all__ = ["Contract", "Exchange", "Finding", "Operation"]
