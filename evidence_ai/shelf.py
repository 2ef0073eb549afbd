"""The shelf: a package whose modules each declare one thing under an agreed name.

To add a thing, add a file; nothing is registered by hand. Order is by module name, so it never
depends on the file system.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType
from typing import TypeVar

from evidence_ai.errors import ConfigurationError

T = TypeVar("T")


def members(package: ModuleType, declaration: str, expected: type[T]) -> dict[str, T]:
    """Every member of the shelf `package`, keyed by module name.

    Args:
        package: the folder, imported.
        declaration: the agreed name in each module, such as `RULE`.
        expected: the type each declaration must have.

    Raises:
        ConfigurationError: a module lacks its declaration or declares something else.
    """
    found: dict[str, T] = {}
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda item: item.name):
        if info.name.startswith("_"):
            continue
        found[info.name] = member(package, info.name, declaration, expected)
    return found


def member(package: ModuleType, name: str, declaration: str, expected: type[T]) -> T:
    """One member by name; loads only its own module (an OCR engine is heavy).

    Raises:
        ConfigurationError: no such module, no declaration, or one of another type.
    """
    try:
        module = importlib.import_module(f"{package.__name__}.{name}")
    except ModuleNotFoundError as error:
        if error.name != f"{package.__name__}.{name}":
            raise
        message = f"{package.__name__} has no member {name!r}."
        raise ConfigurationError(message, advice=f"Add {name}.py declaring {declaration}.") from error
    thing = getattr(module, declaration, None)
    if not isinstance(thing, expected):
        message = f"{module.__name__} declares no {declaration} of type {expected.__name__}."
        raise ConfigurationError(message, advice="Every file on a shelf declares exactly one.")
    return thing
