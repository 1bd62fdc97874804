"""An article that was imported has its pictures where they stood, and neither the record nor a renewal is the worse for it."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from desk.conftest import Desk
from warraq.archive.concept import Vocabulary
from warraq.archive.original import stem_of
from warraq.archive.reading_article import read_article
from warraq.archive.record import Record
from warraq.desk.bench.files import picture
from warraq.desk.front_matter import split_body
from warraq.desk.importing.archiving import write_to_archive
from warraq.desk.importing.draft_store import DraftStore
from warraq.desk.importing.import_decisions import ImportDecision, ImportStatus
from warraq.desk.importing.inspection import Inspection
from warraq.desk.importing.inspection_task import InspectionTask
from warraq.desk.importing.inspector import inspect_file
from warraq.desk.importing.sources import SourceFile, source_of
from warraq.desk.importing.table import MetadataTable
from warraq.desk.renewing.renewal import Renewal, RenewalStatus, renewals
from warraq.edition import edition
from warraq.repair.readers import read_original

WORDS = "رئيس المجلس إن العمل في الطريق الجديد سيبدأ في أول الشهر المقبل بإذن الله، وإن الأهالي شاركوا فيه."
FIRST, SECOND, THIRD = (f"{said} {WORDS}" for said in ("قال", "وأكد", "وبيّن"))
INLINE = b64encode(picture(3, 640, position=True)).decode()
PAGE = f"""<!DOCTYPE html><html lang="ar" dir="rtl"><head><title>افتتاح الطريق الجديد في الوادي</title></head><body>
<nav><img src="p_files/logo.png"></nav><article>
<figure><img src="dot.gif" data-src="p_files/a.png" alt="الطريق"><figcaption>الطريق "الجديد" <i class="credit">(رويترز)</i></figcaption></figure>
<h1>افتتاح الطريق الجديد في الوادي</h1><p>{FIRST}</p>
<figure><img src="https://x.test/far.jpg"><figcaption>طفل يلوّح</figcaption></figure>
<p>{SECOND}</p><p><img src="data:image/jpeg;base64,{INLINE}" alt="جسر"></p><p class="caption">تصوير: كريم مراد</p><p>{THIRD}</p>
</article><footer><img src="p_files/foot.png"></footer></body></html>"""
BODY = f"""![الطريق](<{{static}}images/p/1.png> "الطريق &#34;الجديد&#34; — (رويترز&#41;")

{FIRST}

<!-- A picture stood here: https://x.test/far.jpg طفل يلوّح -->

{SECOND}

![جسر](<{{static}}images/p/2.jpg> "تصوير: كريم مراد")

{THIRD}
"""


def imported(desk: Desk, tmp_path: Path) -> tuple[str, Inspection]:
    """Import the page; give the article's file and what was found out about it."""
    place = tmp_path / "in"
    (place / "p_files").mkdir(parents=True)
    (place / "p.html").write_text(PAGE, "utf-8")
    (place / "p_files" / "a.png").write_bytes(picture(1, 200, position=False))
    store = DraftStore(tmp_path / "kept")
    (tmp_path / "kept").mkdir()
    task = InspectionTask(
        source_of(place), desk.content, store, SourceFile("p.html", ""), MetadataTable(), ("p_files/a.png",)
    )
    inspection = inspect_file(task)
    assert inspection.rejection is None
    decision = ImportDecision("p.html", ImportStatus.IMPORTED, "p.html", inspection.slug)
    write_to_archive(decision, inspection, task.source, store, desk.content)
    return (desk.content / "articles" / f"{stem_of('p.html')}.md").read_text("utf-8"), inspection


def test_pictures_stand_where_they_stood_and_the_text_is_the_machines(desk: Desk, tmp_path: Path) -> None:
    article, inspection = imported(desk, tmp_path)
    assert split_body(article)[1] == BODY
    assert inspection.pictures_missing == ((1, "https://x.test/far.jpg", "طفل يلوّح"),)
    assert sorted(file.name for file in (desk.content / "images" / "p").iterdir()) == ["1.png", "2.jpg"]
    read = read_article("content/articles/p.md", article.encode()).article
    record = Record.from_bytes((desk.content / "records" / "p.json").read_bytes())
    original = read_original("p.html", PAGE.encode())
    assert read is not None
    made = edition(
        read, original, record, Vocabulary(), {f"images/p/{name}": f"images/p/{name}" for name in ("1.png", "2.jpg")}
    )
    assert made.text == made.machine_text and made.edits == () and made.problems == ()
    assert [section.caption for section in made.sections] == [
        'الطريق "الجديد" — (رويترز)',
        "",
        "",
        "تصوير: كريم مراد",
        "",
    ]


def test_a_renewal_leaves_them_there(desk: Desk, tmp_path: Path) -> None:
    article, _ = imported(desk, tmp_path)
    [renewal] = renewals(desk.root)
    assert isinstance(renewal, Renewal) and renewal.status is RenewalStatus.SAME
    file, record_file = desk.content / "articles" / "p.md", desk.content / "records" / "p.json"
    record = Record.from_bytes(record_file.read_bytes())
    record_file.write_bytes(record.model_copy(update={"rules": "0"}).to_bytes())
    desk.run("renewing")
    assert file.read_text("utf-8") == article and record_file.read_bytes() == record.to_bytes()
