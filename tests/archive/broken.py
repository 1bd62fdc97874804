"""All broken articles, each with the exact message."""

from __future__ import annotations

from archive.broken_forms import FORMS
from archive.broken_values import VALUES

BROKEN = (*FORMS, *VALUES)
