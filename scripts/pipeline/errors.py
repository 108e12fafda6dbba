"""What can go wrong with a document, each told in one line."""


class DocumentError(Exception):
    """The document, or an overlay, cannot be used; the message names the place and what to do."""


class FetchError(Exception):
    """The document could not be fetched; the message names the address and the reason."""
