"""
Names within commands that people copy.

A name has spaces, brackets and quotation marks: a shell would take `reject --only نص 5.txt` for two names. Double quotation marks are those that the
shell of Windows knows too; only a name that holds what they don't protect has single ones.
"""

from __future__ import annotations

import re
import shlex

from .shown_path import shown_path

PLAIN = re.compile(r"[\w.,/:@+=%-]+")
NOT_PROTECTED = re.compile(r'["$`\\!\x00-\x1f]')
"""What double quotation marks don't hold together, in one shell or another."""


def typed_name(name: str) -> str:
    """Write the name of a file, or another argument, as it is typed in a command."""
    shown = shown_path(name)
    return shown if PLAIN.fullmatch(shown) else quoted(shown)


def quoted(argument: str) -> str:
    """Quote an argument for a shell: alike for that of Windows, where single quotation marks are none, as far as it allows."""
    return shlex.quote(argument) if NOT_PROTECTED.search(argument) else f'"{argument}"'
