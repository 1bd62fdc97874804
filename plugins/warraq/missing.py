"""Packages that only some need: where one is missing, an error names the extra that brings it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

EXTRAS = {
    "pages": ("trafilatura", "lxml", "lxml_html_clean"),
    "calendars": ("hijridate", "jdatetime"),
    "corpus": ("dask", "distributed", "pyarrow", "fastwarc", "rensa", "rich"),
    "description": ("pydantic", "pydantic_core", "babel", "yaml"),
}
"""Each with the modules that it brings (`pyproject.toml`); all else is of the extra `site`."""
WITH_OTHERS = {"corpus": ("pages", "calendars", "description")}
"""Extras that bring others."""


class MissingPackageError(ImportError):
    """A package of an extra is not installed; without it the result would be another one."""

    def __init__(self, package: str, extra: str, wanted: str) -> None:
        """`wanted`: what asked for it, as the beginning of a sentence."""
        super().__init__(f"{wanted} needs the package {package}: pip install 'warraq[{extra}]'", name=package)
        self.package = package
        """The package that is missing."""
        self.extra = extra
        """The extra of Warraq that brings it."""

    def __reduce__(self) -> tuple[type, tuple[str, str, str]]:
        """Let it go from one process to another."""
        return type(self), (self.package, self.extra, str(self).partition(" needs the package ")[0])


@contextmanager
def needed(extra: str, wanted: str) -> Iterator[None]:
    """Name the extra where a module that it brings can't be imported within; any other failure is what it is."""
    try:
        yield
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if isinstance(error, MissingPackageError) or package not in _modules(extra):
            raise
        raise MissingPackageError(package, extra, wanted) from error


def _modules(extra: str) -> set[str]:
    return {module for each in (extra, *WITH_OTHERS.get(extra, ())) for module in EXTRAS[each]}
