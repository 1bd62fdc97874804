"""Packages that only some need: what lacks says by its name which extra brings it."""

from __future__ import annotations


class MissingPackageError(ImportError):
    """A package of an extra is not installed; without it the result would be another one."""

    def __init__(self, package: str, extra: str, wanted: str) -> None:
        """`wanted`: what asked for it, as the beginning of a sentence."""
        super().__init__(f"{wanted} needs the package {package}: pip install 'warraq[{extra}]'", name=package)
        self.package = package
        """The package that is missing."""
        self.extra = extra
        """The extra of Warraq that brings it."""
