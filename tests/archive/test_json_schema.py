"""`content/schema.json` says what the build checks."""

from __future__ import annotations

import json
from pathlib import Path

from warraq.archive.schema import ArticleKeys, json_schema_bytes

FILE = Path(__file__).parents[2] / "content/schema.json"


def test_the_schema_is_current() -> None:
    assert FILE.read_bytes() == json_schema_bytes(), "python3 tasks.py schema"


def test_every_key_of_the_front_matter_is_in_it_and_explained_where_its_name_is_not_enough() -> None:
    schema = json.loads(json_schema_bytes())
    assert set(schema["properties"]) == set(ArticleKeys.model_fields)
    assert schema["required"] == ["title"]
    assert schema["additionalProperties"] is False
    assert schema["properties"]["slug"]["description"].startswith("The last part of the address")
