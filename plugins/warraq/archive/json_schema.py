"""
`content/schema.json`: what editors' programs complete and check front matter with.

Generated from the models that the build checks with, so that the two never say different things.
"""

from __future__ import annotations

import json

from . import formats
from .schema import ArticleKeys


def json_schema_bytes() -> bytes:
    """Give the JSON Schema's file: the same bytes for the same models."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **ArticleKeys.model_json_schema(mode="validation"),
    }
    schema["properties"] |= {key: {"const": number} for key, number in formats.FRONT_MATTER.named.items()}
    return (json.dumps(schema, ensure_ascii=False, indent=1) + "\n").encode()
