"""The kinds of sites and exports that are read, in the order in which a file is asked whether it is one."""

from __future__ import annotations

from .kind import Kind
from .wordpress import WORDPRESS

KINDS: tuple[Kind, ...] = (WORDPRESS,)
