"""``python -m bitrise_conformance`` is the command ``bitrise-conformance``."""

from bitrise_conformance.cli import main

raise SystemExit(main())
