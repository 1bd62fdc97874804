"""An answer is restored only where its record is whole; whatever is wrong with it is said in one sentence."""

import io
import json
from collections.abc import Callable
from typing import Any

import pytest

from repair.asked_of_command import SENTENCE, ask
from warraq.repair.command import main


def test_a_body_that_was_edited_is_not_restored(capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask("--jsonl", lines=[{"text": SENTENCE}])[0]
    answer["text"] = answer["text"].replace("المشروع", "العمل")
    out = io.BytesIO()
    assert main(["--jsonl", "--restore"], io.BytesIO(json.dumps(answer).encode()), out) == 1
    said = "The body is not the one that was written: its hash differs from the record's."
    assert capsys.readouterr().err == f"line 1: {said}\n"
    assert json.loads(out.getvalue()) == {"problem": said}


@pytest.mark.parametrize(
    ("original", "said"),
    [
        ({"sha256": "0" * 64}, "What was restored is not the original: its hash differs from the record's."),
        ({}, "The record lacks original.sha256."),
        ({"sha256": 1}, "The record's original.sha256 is not a text."),
        (None, "The record's original is not an object."),
    ],
)
def test_a_described_answer_is_restored_to_its_own_original_only(
    capsys: pytest.CaptureFixture[str], original: object, said: str
) -> None:
    [answer] = ask("--jsonl", "--describe", lines=[{"text": DAMAGED_TEXT}])
    assert ask("--jsonl", "--restore", lines=[answer]) == [{"text": DAMAGED_TEXT}]
    answer["record"]["original"] = original
    assert main(["--jsonl", "--restore"], io.BytesIO(json.dumps(answer).encode()), io.BytesIO()) == 1
    assert capsys.readouterr().err == f"line 1: {said}\n"


DAMAGED_TEXT = f"{SENTENCE} قال نعم ، ثم خرج."
CHANGE = "changes[1]"


def answer_with(path: str, value: object) -> dict[str, Any]:
    """Give an answer of the command in whose record the value at `path` is another, or is missing where `value` is `...`."""
    [answer] = ask("--jsonl", lines=[{"text": DAMAGED_TEXT}])
    *outer, last = [int(key) if key.isdecimal() else key for key in path.split(".")]
    keys: Any = answer["record"]
    for key in outer:
        keys = keys[key]
    if value is ...:
        del keys[last]
    else:
        keys[last] = value
    return answer


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("body_sha256", ..., "The record lacks body_sha256."),
        ("body_sha256", 5, "The record's body_sha256 is not a text."),
        ("body_sha256", None, "The record's body_sha256 is not a text."),
        ("title", ..., "The record lacks title."),
        ("title", 5, "The record's title is not a text."),
        ("title", None, "The record's title is not a text."),
        ("title", ["a"], "The record's title is not a text."),
        ("changes", None, "The record's changes is not a list."),
        ("changes", "abc", "The record's changes is not a list."),
        ("changes", {"0": {}}, "The record's changes is not a list."),
        ("changes", 0, "The record's changes is not a list."),
        ("changes.1", None, f"The record's {CHANGE} is not an object."),
        ("changes.1", [], f"The record's {CHANGE} is not an object."),
        ("changes.1", ["rule", 0, 1, "a", "b"], f"The record's {CHANGE} is not an object."),
        ("changes.1", "space", f"The record's {CHANGE} is not an object."),
        ("changes.1", 3, f"The record's {CHANGE} is not an object."),
        ("changes.1", {}, f"The record lacks {CHANGE}.rule."),
        *((f"changes.1.{key}", ..., f"The record lacks {CHANGE}.{key}.") for key in ("rule", "start", "before")),
        *((f"changes.1.{key}", ..., f"The record lacks {CHANGE}.{key}.") for key in ("end", "after")),
        *((f"changes.1.{key}", 7, f"The record's {CHANGE}.{key} is not a text.") for key in ("rule", "before")),
        *((f"changes.1.{key}", None, f"The record's {CHANGE}.{key} is not a text.") for key in ("rule", "after")),
        ("changes.1.after", ["a"], f"The record's {CHANGE}.after is not a text."),
        *((f"changes.1.{key}", "3", f"The record's {CHANGE}.{key} is not a whole number.") for key in ("start", "end")),
        *((f"changes.1.{key}", 3.0, f"The record's {CHANGE}.{key} is not a whole number.") for key in ("start", "end")),
        *(
            (f"changes.1.{key}", None, f"The record's {CHANGE}.{key} is not a whole number.")
            for key in ("start", "end")
        ),
        ("changes.1.start", True, f"The record's {CHANGE}.start is not a whole number."),
        ("changes.1.start", float("nan"), f"The record's {CHANGE}.start is not a whole number."),
        ("changes.1.start", [0], f"The record's {CHANGE}.start is not a whole number."),
        ("changes.1.also", "tags", f"The record's {CHANGE}.also is not a list."),
        ("changes.1.also", None, f"The record's {CHANGE}.also is not a list."),
        ("changes.1.also", ["tags", 1], f"The record's {CHANGE}.also[1] is not a text."),
        ("changes.1.layout", "true", f"The record's {CHANGE}.layout is not true or false."),
        ("changes.1.layout", 1, f"The record's {CHANGE}.layout is not true or false."),
    ],
)
def test_a_record_with_a_wrong_or_missing_value_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str], path: str, value: object, said: str
) -> None:
    line = json.dumps(answer_with(path, value)).encode()
    assert main(["--jsonl", "--restore"], io.BytesIO(line), io.BytesIO()) == 1
    assert capsys.readouterr().err == f"line 1: {said}\n"


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (-1, 0, "The record's changes[1] runs from -1 to 0."),
        (-2, -1, "The record's changes[1] runs from -2 to -1."),
        (84, 83, "The record's changes[1] runs from 84 to 83."),
        (83, 83, "The record's changes[1] covers 0 code points, its before has 1."),
        (83, 85, "The record's changes[1] covers 2 code points, its before has 1."),
    ],
)
def test_a_span_that_is_negative_reversed_or_of_another_length_is_refused(
    capsys: pytest.CaptureFixture[str], start: int, end: int, said: str
) -> None:
    answer = answer_with("changes.1.start", start)
    answer["record"]["changes"][1]["end"] = end
    assert main(["--jsonl", "--restore"], io.BytesIO(json.dumps(answer).encode()), io.BytesIO()) == 1
    assert capsys.readouterr().err == f"line 1: {said}\n"


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda changes: [*changes, changes[-1]], id="a change twice"),
        pytest.param(lambda changes: changes[::-1], id="another order"),
        pytest.param(lambda changes: [changes[0], {**changes[1], "after": "x"}], id="another text after it"),
        pytest.param(lambda changes: [changes[0], {**changes[1], "start": 10**30, "end": 10**30 + 1}], id="far away"),
    ],
)
def test_changes_that_do_not_fit_the_body_are_refused(
    capsys: pytest.CaptureFixture[str], spoil: Callable[[list[Any]], list[Any]]
) -> None:
    [answer] = ask("--jsonl", lines=[{"text": DAMAGED_TEXT}])
    answer["record"]["changes"] = spoil(
        [*answer["record"]["changes"][:1], {"rule": "x", "start": 0, "end": 1, "before": "y", "after": SENTENCE[0]}]
    )
    assert main(["--jsonl", "--restore"], io.BytesIO(json.dumps(answer).encode()), io.BytesIO()) == 1
    error = capsys.readouterr().err
    assert error.startswith("line 1: The record does not fit the body: at ")
    assert error.count("\n") == 1


ODD: list[object] = [None, True, "", "\ud83d", -1, 10**40, 1.5, float("inf"), [], [[]], [None], {}, {"rule": "x"}]


@pytest.mark.parametrize(
    "path",
    [
        *("text", "record", "record.body_sha256", "record.title", "record.changes", "record.changes.0"),
        *(f"record.changes.1.{key}" for key in ("rule", "start", "end", "before", "after", "also", "layout")),
    ],
)
def test_whatever_stands_in_an_answer_the_command_answers_or_says_one_line(
    capsys: pytest.CaptureFixture[str], path: str
) -> None:
    for value in ODD:
        line = json.dumps(answer_with(path.removeprefix("record."), value) if "." in path else {path: value}).encode()
        code = main(["--jsonl", "--restore"], io.BytesIO(line), io.BytesIO())
        assert (code, capsys.readouterr().err.count("\n")) in {(0, 0), (1, 1)}, value


def test_a_record_may_leave_out_the_keys_that_have_a_default() -> None:
    [answer] = ask("--jsonl", lines=[{"text": DAMAGED_TEXT}])
    for change in answer["record"]["changes"]:
        change |= {"also": [], "layout": False}
    assert ask("--jsonl", "--restore", lines=[answer]) == [{"text": DAMAGED_TEXT}]
    for change in answer["record"]["changes"]:
        del change["also"], change["layout"]
    assert ask("--jsonl", "--restore", lines=[answer]) == [{"text": DAMAGED_TEXT}]
