"""Short paragraphs beside the article's long ones are the article's: deletion needs proof."""

from warraq.archive.original import OriginalKind
from warraq.repair.repairing import repair

PAGE = """<!DOCTYPE html>
<html lang="ar" dir="rtl"><head><title>افتتاح مكتبة الواحة الجديدة</title></head>
<body><nav><a href="/ar/">أخبار</a></nav>
<article>
<h1>افتتاح مكتبة الواحة الجديدة</h1>
<p class="date">الاثنين</p>
<p>المكتبة مفتوحة.</p>
<p>افتتحت بلدية الواحة مكتبتها الجديدة أمس، بحضور رئيس البلدية وعدد من الكتّاب.</p>
<p>وقال المدير إن المكتبة تضم 12 ألف كتاب، وهي مفتوحة للجميع.<br>
وأضاف:<br/> "سنفتح فرعا آخر".</p>
<p>وتقع في شارع النخيل، قرب <a href="https://example.org/map">الميدان</a>.</p>
</article>
<footer><p>© 2023 أخبار الواحة</p></footer></body></html>
"""


def test_they_stay_before_and_behind_the_long_ones_and_the_page_around_goes() -> None:
    assert [block.text for block in repair(PAGE, OriginalKind.PAGE).document.blocks] == [
        "المكتبة مفتوحة.",
        "افتتحت بلدية الواحة مكتبتها الجديدة أمس، بحضور رئيس البلدية وعدد من الكتّاب.",
        "وقال المدير إن المكتبة تضم 12 ألف كتاب، وهي مفتوحة للجميع.",
        "وأضاف:",
        '"سنفتح فرعا آخر".',
        "وتقع في شارع النخيل، قرب الميدان.",
    ]
