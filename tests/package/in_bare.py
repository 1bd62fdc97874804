"""What a program does with the package alone: ten lines, and what they promise. No other package is there."""

import sys
from collections.abc import Iterator

from warraq.repair import RULES, Certainty, Edit, MissingPackageError, UndoError, UnreadableError, repair, rule, undo

DAMAGED = "عنوان الخبر\n\nقال الوزير ،إن الـــعمل بدأ. نشر في 5 رمضان 1445.\n"
PAGE = (
    "<!doctype html><html><head><title>عنوان الخبر</title></head><body><nav><a href=/>الرئيسة</a></nav>"
    f"<article><h1>عنوان الخبر</h1><p>{'أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل. ' * 6}</p></article></body></html>"
)


@rule(
    reason="the ministry has a new name",
    certainty=Certainty.CERTAIN,
    mends={"وزارة قديمة": "وزارة جديدة"},
    stage="letters",
)
def new_name(text: str) -> Iterator[Edit]:
    at = text.find("قديمة")
    if at >= 0:
        yield Edit(at, at + len("قديمة"), "جديدة")


done = repair(DAMAGED.encode("cp1256"))
for change in done.repairs:
    print(change.start, repr(change.before), repr(change.after), done.reason(change, "ar"))
assert done.undo() == DAMAGED.encode("cp1256")
assert repair("الـــعمل", rules=RULES.without("tatweel")).text == "الـــعمل"
assert repair("وزارة قديمة", rules=RULES.with_(new_name)).text == "وزارة جديدة"
# The ten lines end here. What lacks says so.
assert [change.rule for change in done.repairs] == ["space-before-punctuation", "space-after-comma", "tatweel"]
assert undo(done.text, done.changes) == done.original.text
for given, error, told in (
    (lambda: repair(PAGE), MissingPackageError, "trafilatura: pip install 'warraq[pages]'"),
    (lambda: done.description, MissingPackageError, "pydantic: pip install 'warraq[description]'"),
    (lambda: undo("x", done.changes), UndoError, "at "),
    (lambda: repair(b"\x89PNG\r\n\x1a\n\x00\x00"), UnreadableError, "not a text"),
    (lambda: repair("x", kind="y"), ValueError, "one of text, fragment, page"),
    (lambda: RULES.without("y"), ValueError, "no rule “y”"),
    (lambda: RULES.with_(new_name, new_name), ValueError, "already"),
):
    try:
        given()
    except error as failed:
        if told not in str(failed):
            raise
    else:
        sys.exit(f"no {error.__name__}: {told}")
others = {
    name.partition(".")[0]
    for name, module in sys.modules.items()
    if "site-packages" in (getattr(module, "__file__", "") or "").replace("\\", "/")
}
assert others <= {"warraq", "_distutils_hack", "distutils-precedence"}, others
