"""``NamedTuple`` as in typing and ``cached_property`` as in functools, at a fraction of their costs.

Typing's compiles its annotations at start-up: fifty records stand on the way of a plain run, so this is a tenth of its
time. That of functools takes a lock for each first look, as Python 3.12's no longer does.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from functools import cached_property
    from typing import NamedTuple
else:

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

    class _Maker(type):
        """Turns a class of annotated fields into a named tuple with its methods and defaults."""

        def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> type:  # noqa: ARG004
            fields = tuple(space.get("__annotations__", ()))
            defaults = [space.pop(field) for field in fields if field in space]
            made = namedtuple(name, fields, defaults=defaults, module=space["__module__"])  # noqa: PYI024
            for key, value in space.items():
                if key not in ("__module__", "__qualname__"):
                    setattr(made, key, value)
            made._make = classmethod(tuple.__new__)  # the fastest way: nothing is counted or unpacked
            return made

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})

__all__ = ["NamedTuple", "cached_property"]
