"""An import sets conversations of messengers aside with the reason; other files come in, and other data says that it is no text."""

from __future__ import annotations

import json
from pathlib import Path

from desk.conftest import Desk

NEWS = "افتتح رئيس البلدية صباح أمس معرض الزيتون السنوي في قاعة الميناء القديم."
WHY = "The file holds many messages, and is not one article. Put each message that is an article into a file of its own"


def test_conversations_are_set_aside_whatever_their_ending(desk: Desk, tmp_path: Path) -> None:
    found = tmp_path / "found"
    found.mkdir()
    (found / "chat.txt").write_text(f"[٣/٤/٢٠٢٣، ١٠:١٥ ص] سالم: {NEWS}\n" * 3, "utf-8")
    messages = [{"id": n, "type": "message", "date": "2023-04-03T10:15:00", "text": NEWS} for n in range(2)]
    (found / "result.json").write_text(json.dumps({"name": "قناة", "messages": messages}, indent=1), "utf-8")
    (found / "other.json").write_text('{"messages": 2}', "utf-8")
    (found / "sound.txt").write_text(f"افتتاح معرض الزيتون\n\n{NEWS}\n", "utf-8")
    said = desk.run("importing", str(found))
    assert f"chat.txt: {WHY}" in said and f"result.json: {WHY}" in said
    assert "other.json: It is not a text or a page (.json)." in said
    assert [file.stem for file in (desk.content / "articles").glob("*.md")] == ["sound"]
