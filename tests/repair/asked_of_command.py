"""Lines that are put to the plain command, and its answers."""

import io
import json
from typing import Any

from warraq.repair.command import main

SENTENCE = "أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل، وشكر جميع العاملين فيه."


def ask(*arguments: str, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
    out = io.BytesIO()
    given = io.BytesIO("".join(json.dumps(x) + "\n" for x in lines).encode())
    assert main(arguments, given, out) == 0
    return [json.loads(line) for line in out.getvalue().decode().split("\n") if line]
