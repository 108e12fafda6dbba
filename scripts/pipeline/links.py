"""Links lead somewhere: one to an operation that the document lacks is dropped.

The overlays know the links of today's document; an older document has fewer operations to lead to.
"""

from typing import Any

from pipeline.convert import METHODS


def drop_dangling_links(document: dict[str, Any]) -> None:
    """Remove, in place, every link whose `operationId` is no operation of `document`."""
    operations = [item[method] for item in document["paths"].values() for method in METHODS if method in item]
    known = {operation["operationId"] for operation in operations}
    for operation in operations:
        for response in operation["responses"].values():
            links = response.get("links", {})
            for name in [name for name, link in links.items() if link["operationId"] not in known]:
                del links[name]
            if not links:
                response.pop("links", None)
