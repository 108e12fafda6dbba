"""Values as JSON spells them, and as Python sees them. Readers raise TypeError or ValueError on anything else."""

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any, NoReturn, TypeVar, cast

T = TypeVar("T")
E = TypeVar("E", bound=Enum)

_parse = datetime.fromisoformat
_ZERO = datetime.min.replace(tzinfo=UTC)


def text(value: Any, name: str) -> str:
    return value if type(value) is str else wrong(value, name, "a string")


def integer(value: Any, name: str) -> int:
    if type(value) is int:
        return value
    # JSON has one kind of number: 1.0 is an integer.
    return int(value) if type(value) is float and value.is_integer() else wrong(value, name, "an integer")


def number(value: Any, name: str) -> float | int:
    return value if type(value) is float or type(value) is int else wrong(value, name, "a number")


def boolean(value: Any, name: str) -> bool:
    return value if type(value) is bool else wrong(value, name, "a boolean")


def array(value: Any, name: str) -> list[Any]:
    return value if type(value) is list else wrong(value, name, "an array")


def mapping(value: Any, name: str) -> dict[str, Any]:
    if type(value) is dict:
        return value
    return dict(value) if isinstance(value, Mapping) else wrong(value, name, "an object")


def member(value: Any, name: str) -> Any:
    """The member `name` of an object; a null is as wrong as an absent one (KeyError)."""
    found = mapping(value, "answer")[name]
    return found if found is not None else wrong(found, name, "a value")


def member_or_self(value: Any, name: str) -> Any:
    """The member `name` of an object that may also come without its envelope."""
    found = mapping(value, "answer").get(name)
    return value if found is None else found


def open_enum(enum: type[E], value: Any, kind: type[T], name: str) -> E | T:
    """The member of `enum` for `value`, or the value itself: the API may know more values than the contract."""
    if type(value) is not kind:
        wrong(value, name, "an integer" if kind is int else "a string")
    return cast("E | T", enum._value2member_map_.get(value, value))


def one_of(value: Any, name: str, readers: Iterable[Callable[[Any], Any]]) -> Any:
    """What the first reader that fits makes of `value`; of objects, the one that leaves the fewest members over."""
    best = None
    fewest = 1 << 62
    for reader in readers:
        try:
            found = reader(value)
        except (TypeError, ValueError, KeyError):
            continue
        left = len(getattr(found, "_extra", None) or ())
        if left < fewest:
            best, fewest = found, left
    return best if best is not None else wrong(value, name, "any of its types")


def time(value: Any, name: str, texts: dict[str, str] | None = None) -> datetime:
    """A moment from its RFC 3339 text, always with a time zone. `texts` takes a spelling `format_time` has not."""
    if type(value) is not str:
        wrong(value, name, "a date and time")
    try:
        moment = _parse(value)
        usual = _is_usual(value, moment)
    except ValueError:
        moment = _rare(value, name)
        usual = False
    if moment.tzinfo is None:
        raise ValueError(f"{name} is a date and time without a time zone")
    if not usual and texts is not None:
        texts[name] = value
    return moment


def optional_time(value: Any, name: str, texts: dict[str, str]) -> datetime | None:
    """Like `time`; null is None, and so is the zero time, by which the server says "none"."""
    if value is None:
        return None
    try:  # the usual spelling at once: lists are full of it
        moment = _parse(value)
        if len(value) == 20 and value[19] == "Z" and value[10] == "T" and not moment.microsecond and moment.year != 1:
            return moment
    except (TypeError, ValueError):
        pass
    moment = time(value, name, texts)
    if moment.year == 1 and moment == _ZERO:
        texts[name] = value
        return None
    return moment


def original_time(text: str, value: datetime | None) -> bool:
    """Whether `value` is still what was read from `text`."""
    return optional_time(text, "", {}) == value or (value is not None and time(text, "") == value)


def format_time(value: datetime) -> str:
    """The RFC 3339 text of a moment as the API writes it: in UTC with a Z, as many digits of a second as it has.

    Raises ValueError for a moment without a time zone.
    """
    offset = value.utcoffset()
    if offset is None:
        raise ValueError(f"{value!r} has no time zone: say datetime(..., tzinfo=UTC) or .astimezone()")
    whole = value.replace(microsecond=0, tzinfo=None).isoformat()
    fraction = f".{value.microsecond:06}".rstrip("0") if value.microsecond else ""
    return f"{whole}{fraction}{value.isoformat()[-6:] if offset else 'Z'}"


def time_parameter(value: datetime | str | None) -> str | None:
    return format_time(value) if isinstance(value, datetime) else value


def to_json(value: Any) -> Any:
    """`value` with its models, moments and enums as JSON values."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, datetime):
        return format_time(value)
    if isinstance(value, Mapping):
        return {key: to_json(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [to_json(each) for each in value]
    to_dict = getattr(value, "to_dict", None)
    if to_dict is None:
        raise TypeError(f"a {type(value).__name__} cannot be sent as JSON")
    return to_dict()


def present(value: T) -> T | None:
    """`value`, or None for what is empty."""
    return value or None


def wrong(value: Any, name: str, expected: str) -> NoReturn:
    """Raise TypeError naming what was found; the value itself may be a secret."""
    raise TypeError(f"{name} is {'null' if value is None else type(value).__name__}, expected {expected}")


def _is_usual(value: str, moment: datetime) -> bool:
    size = len(value)
    if size == 20:
        return value[10] == "T" and value[19] == "Z" and not moment.microsecond
    return 22 <= size <= 27 and value[10] == "T" and value[19] == "." and value[-1] == "Z" and value[-2] != "0"


def _rare(value: str, name: str) -> datetime:
    """RFC 3339 texts that fromisoformat refuses: small letters, a leap second, the year 0000."""
    plain = value.upper().replace("0000-", "0001-", 1) if value.startswith("0000-") else value.upper()
    if plain[17:19] == "60":
        plain = f"{plain[:17]}59{plain[19:]}"
    try:
        return _parse(plain)
    except ValueError:
        raise ValueError(f"{name} is not a date and time") from None
