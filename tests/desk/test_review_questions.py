"""Questions about a whole article are asked, an article is thrown out by a key, and what is open is listed by filters."""

from __future__ import annotations

import csv
import json

from desk.alike_doubts import AUTHORS, MONTH, bodies
from desk.conftest import Desk
from desk.doubtful_texts import TODAY, damaged, repaired
from desk.review_requests import ask
from warraq.desk.front_matter import set_value
from warraq.desk.review.answering import Review
from warraq.desk.review.editor_decisions import Choice, Decision, DecisionWriter
from warraq.desk.review.open_items import OpenItems


def test_an_open_day_and_names_that_were_set_aside_are_asked(desk: Desk) -> None:
    month, authors = repaired(desk, "a", MONTH), repaired(desk, "b", AUTHORS, "html")
    kept = desk.content / "records" / "a.json"
    record = json.loads(kept.read_bytes())
    record["described"]["date"] = {"value": "2023-11", "origin": "table"}  # a table of an import knew the month
    kept.write_text(json.dumps(record), "utf-8")
    month.write_text(set_value(month.read_text("utf-8"), "date", "2023-11"), "utf-8")
    items = {item.about: item for item in OpenItems.of(desk.content).all()}
    day, names = items["open-date"], items["doubtful-author"]
    assert (day.quote, day.reason.text("en")) == ("2023-11", "The day is open: the text says the month only.")
    assert names.quote and [p.text for p in names.proposals] and names.quote != names.proposals[0].text
    writer = DecisionWriter(OpenItems.of(desk.content))
    taken = Decision(names.id, Choice.TAKE, names.proposals[0].name, names.sentence)
    outcomes = writer.decide([Decision(day.id, Choice.FIX, "2023-11-05")], "هدى", TODAY)
    assert outcomes | writer.decide([taken], "هدى", TODAY) == {day.id: None, names.id: None}
    assert "\ndate: 2023-11-05\n" in month.read_text("utf-8")
    assert names.proposals[0].text in authors.read_text("utf-8") and names.quote not in authors.read_text("utf-8")
    assert OpenItems.of(desk.content).all() == []
    writer.undo()
    writer.decide([Decision(names.id, Choice.KEEP)], "هدى", TODAY)
    assert "rule: doubtful-author" in authors.read_text("utf-8") and OpenItems.of(desk.content).all() == []


def test_an_article_is_thrown_out_by_a_key_and_taken_back_by_another(desk: Desk) -> None:
    file = repaired(desk, "a", damaged(1, "ورأى المدير المدير أن العمل تم"))
    before = bodies(desk)
    review = Review(desk.root)
    while ask(review, "look")["waiting"]:
        pass
    (item,) = ask(review, "view", number=5)["items"]
    answer = ask(review, "reject", id=item["id"], by="هدى", reason="إعلان")
    assert (answer["refused"], answer["left"], answer["open"]) == ({}, [], 0) and not file.exists()
    assert "sha256:" in (desk.content / "rejected.yaml").read_text("utf-8")
    assert ask(review, "undo")["undone"] == [item["id"]] and bodies(desk) == before
    assert ask(review, "undo") == {"undone": []}


def test_what_is_open_is_listed_by_filters_and_exported(desk: Desk) -> None:
    repaired(desk, "a", damaged(1, "ورأى المدير المدير أن العمل تم"))
    repaired(desk, "b", damaged(2, "وعاد الوفد").replace("نشر في 8 نوفمبر 2023\n\n", ""))
    assert desk.run("review", "--list", "--certainty=low").splitlines() == [
        "content/articles/b.md: undated: عنوان الخبر رقم 2"
    ]
    assert desk.run("review", "--list", "--article=a.md", "--rule=doubled-word").count("\n") == 1
    for filters, said in (
        (
            "--source=x",
            "--source x: No article has this source. What is open is listed by: python3 tasks.py review --list",
        ),
        (
            "--rule=doubled-wrod",
            "--rule doubled-wrod: There is no kind of doubts with this code. Did you mean doubled-word?",
        ),
        ("--article=c.md", "--article c.md: No article has this file or slug."),
        ("--certainty=hihg", "--certainty hihg: There is no such certainty. Did you mean high?"),
        ("--certainty=x", "--certainty x: There is no such certainty. There are: high, medium, low."),
    ):
        assert desk.run("review", "--list", filters, code=1).startswith(said)
    assert desk.run("review", "--list", "--rule=unclosed-quote") == ""
    assert desk.run("review", "--list", "--rule=open-date") == ""
    assert "There is no folder" in desk.run("review", "--list", "--export=new/open.csv", code=1)
    assert not (desk.root / "new").exists()
    desk.run("review", "--list", "--export=open.csv")
    rows = list(csv.DictReader((desk.root / "open.csv").read_text("utf-8-sig").splitlines()))
    assert [row["rule"] for row in rows] == ["doubled-word", "undated"]
    assert rows[0]["proposals"] == "ورأى المدير أن العمل تم."
