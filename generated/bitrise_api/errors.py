"""What the functions of `bitrise_api.api` raise."""


class UnexpectedStatus(Exception):
    """An answer that is not a success; `status_code` and the whole body as `content`."""

    def __init__(self, status_code: int, content: bytes) -> None:
        self.status_code = status_code
        self.content = content
        start = content[:200].decode("utf-8", "replace")
        super().__init__(f"status {status_code}: {start}" if start else f"status {status_code}, no body")

    def __reduce__(self) -> tuple[type["UnexpectedStatus"], tuple[int, bytes]]:
        return type(self), (self.status_code, self.content)


__all__ = ["UnexpectedStatus"]
