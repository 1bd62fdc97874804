"""What `warraq[site]` does where nothing of the repository is: a page, a Hijri date, an archive that is made, filled and built."""

import os
import subprocess
import sys
from pathlib import Path

from warraq.repair import repair

PAGE = (
    "<!doctype html><html><head><title>عنوان الخبر</title></head><body><nav><a href=/>الرئيسة</a></nav>"
    "<article><h1>عنوان الخبر</h1><p>نشر في 5 رمضان 1445</p>"
    f"<p>{'أعلن الوزير اليوم أن المشروع سيكتمل في العام المقبل. ' * 6}</p></article></body></html>"
)
PROGRAM = [sys.executable, "-I", "-m", "warraq.program"]


def warraq(*words: str, folder: Path) -> str:
    environment = os.environ | {"PYTHONUTF8": "1", "WARRAQ_LANGUAGE": "en"}
    done = subprocess.run(
        [*PROGRAM, *words], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if done.returncode:
        sys.exit(f"warraq {' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


page = repair(PAGE)
assert page.text.startswith("عنوان الخبر\n") and "الرئيسة" not in page.text
assert page.description["date"].value == "2024-03", page.description["date"]  # the moon was seen on one of two evenings
archive, found = Path("archive"), Path("found")
found.mkdir()
(found / "page.html").write_text(PAGE, "utf-8")
(found / "text.txt").write_bytes("عنوان آخر\n\nقال الوزير ،إن الـــعمل بدأ في الموعد.\n".encode("cp1256"))
warraq("new-archive", str(archive), folder=Path())
warraq("build", folder=archive)
assert (archive / "output/index.html").is_file()
warraq("import", str(found.resolve()), folder=archive)
warraq("build", folder=archive)
said = warraq("check", folder=archive)
assert "tasks.py" not in said, said
articles = sorted(path.name for path in (archive / "content/articles").glob("*.md"))
assert articles == ["page.md", "text.md"], articles
assert "قال الوزير، إن العمل بدأ" in (archive / "content/articles/text.md").read_text("utf-8")
pages = list((archive / "output").rglob("index.html"))
assert (archive / "output/theme/css/style.css").is_file()
print(f"{len(pages)} pages of an archive of its own")
