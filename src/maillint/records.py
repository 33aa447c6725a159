"""``NamedTuple`` as in typing and ``cached_property`` as in functools, at a fraction of their costs.

Typing's compiles its annotations at start-up: fifty records stand on the way of a plain run, so this is a tenth of its
time. That of functools takes a lock for each first look, as Python 3.12's no longer does.
"""

from __future__ import annotations

from functools import cache
from types import FunctionType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from functools import cached_property
    from typing import NamedTuple
else:
    from _collections import _tuplegetter  # what collections.namedtuple reads a field by

    class cached_property:  # noqa: N801 - the name it stands in for
        """Works a value out when it is first asked for, and keeps it in the instance."""

        def __init__(self, function: Any) -> None:
            self._function = function
            self.__doc__ = function.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._function(instance)
            return value

    class _Record(tuple):
        """What all records share."""

        __slots__ = ()
        _make = classmethod(tuple.__new__)  # the fastest way: nothing is counted or unpacked

        def _replace(self, /, **changes: Any) -> Any:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"{type(self).__name__} has no {', '.join(changes)}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            values = ", ".join([f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True)])
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class _Maker(type):
        """Turns a class of annotated fields into a named tuple with its methods and defaults."""

        def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> type:  # noqa: ARG004
            fields = tuple(space.get("__annotations__", ()))
            defaults = {field: space.pop(field) for field in fields if field in space}
            space |= {field: _tuplegetter(index, "") for index, field in enumerate(fields)}
            space |= {"_fields": fields, "__match_args__": fields, "_field_defaults": defaults, "__slots__": ()}
            code = _template(len(fields)).__code__.replace(co_varnames=("_cls", *fields))
            space["__new__"] = FunctionType(code, _NAMES, "__new__", tuple(defaults.values()))
            return type(name, (_Record,), space)

    _NAMES = {"_new": tuple.__new__}

    @cache
    def _template(count: int) -> FunctionType:
        """A function that makes a tuple of its arguments; compiling one for each class would cost ten times as much."""
        names = "".join(f"_{number}," for number in range(count))
        made: FunctionType = eval(f"lambda _cls, {names}: _new(_cls, ({names}))")  # noqa: S307 - our own text
        return made

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})

__all__ = ["NamedTuple", "cached_property"]
