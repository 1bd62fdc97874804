"""Validate feeds by W3C's feed validator: reads JSON of their files by their addresses, and prints JSON of what is wrong."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import feedvalidator  # type: ignore[import-not-found]  # a copy of its repository

WRONG = feedvalidator.logging.Error, feedvalidator.logging.Warning
said = []
for address, file in json.load(sys.stdin).items():
    given = feedvalidator.validateString(Path(file).read_bytes(), firstOccurrenceOnly=0, base=address)
    said += [
        (type(each).__name__, each.params.get("element"), each.params.get("value"))
        for each in given["loggedEvents"]
        if isinstance(each, WRONG)
    ]
print(json.dumps(said))
