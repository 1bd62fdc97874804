"""What all models of files have in common."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Model(BaseModel):
    """Frozen, strict about keys, documented by its fields' docstrings (the JSON Schema has them: `field_docstrings.py`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
    # Most models are parts of others and are built with them; the others wait for their first file.
