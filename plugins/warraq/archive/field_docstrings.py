"""
The docstrings of a model's fields, for the JSON Schema that editors' programs show.

Pydantic can read them whenever a model is defined (`use_attribute_docstrings`); that reads and parses the source of each model whenever a command
starts, and only the command that writes the schema wants them.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent

from pydantic import BaseModel


def document_fields(model: type[BaseModel]) -> None:
    """Give each field of a model the docstring that follows it as its description; models that stand in it come first."""
    for name, text in _docstrings(model):
        model.model_fields[name].description = text
    model.model_rebuild(force=True)


def _docstrings(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    body = [line for read in ast.parse(dedent(inspect.getsource(model))).body for line in getattr(read, "body", ())]
    for field, following in pairwise(body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(following, ast.Expr):
            words = following.value
            if isinstance(words, ast.Constant) and isinstance(words.value, str):
                yield field.target.id, inspect.cleandoc(words.value)
