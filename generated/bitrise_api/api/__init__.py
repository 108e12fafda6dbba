"""One module for each operation, by tag: build_request, parse, and the calls of a plain client."""
