"""Expand JSON-LD by PyLD, with schema.org's context as one vocabulary: nothing is fetched. The document comes on the standard input."""

from __future__ import annotations

import json
import sys
from typing import Any

from pyld import jsonld  # type: ignore[import-not-found]  # the programs have a Python of their own


def load(url: str, _options: object) -> dict[str, Any]:
    """Give the context of schema.org."""
    assert url.startswith("https://schema.org"), url
    context = {"@vocab": "https://schema.org/"}
    return {
        "contentType": "application/ld+json",
        "contextUrl": None,
        "documentUrl": url,
        "document": {"@context": context},
    }


jsonld.set_document_loader(load)
print(json.dumps(jsonld.expand(json.load(sys.stdin))))
