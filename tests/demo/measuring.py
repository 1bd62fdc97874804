"""
What a build costs, cold and after one change: `python3 tasks.py bench build`.

The archive is that of `tasks.py demo`. After each change the site is built where the former one stands. The figures are processor seconds
of all processes of a build, beside those of the cold build, and how many files of the site differ from the former ones;
other programs on the machine hardly count in either.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
if str(ROOT / "tests") not in sys.path:
    sys.path.insert(0, str(ROOT / "tests"))

from demo.archive import CONCEPTS, article, vocabulary, write  # noqa: E402 - found only now
from project import Project  # noqa: E402 - the same

VOCABULARY = "vocabulary/made-up.yaml"


def spent() -> float:
    """Give the processor seconds of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def built(project: Project) -> float:
    """Build, and give the processor seconds; a failure ends with the build's own words."""
    before = spent()
    done = subprocess.run(  # a program of its own: what it used is counted when it has ended
        project.command(), cwd=project.root, env=project.environment(), capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr or done.stdout)
    return spent() - before


def changes(project: Project, articles: int) -> dict[str, Callable[[], object]]:
    """Give the changes, by what is said of them."""
    middle = project.content / f"articles/{articles // 2:06}.md"
    third = project.content / f"articles/{articles // 3:06}.md"
    concept = next(iter(CONCEPTS))
    defined = vocabulary().replace("اسم مختلَق لهذا الأرشيف", "اسم مختلَق آخر", 1)
    return {
        "nothing changed": lambda: None,
        "one article added": lambda: project.write(f"articles/{articles + 1:06}.md", article(articles + 1)),
        "one article edited": lambda: middle.write_text(middle.read_text("utf-8") + "\nفقرة مضافة.\n", "utf-8"),
        "one article deleted": third.unlink,
        f"the definition of «{concept}» changed": lambda: project.write(VOCABULARY, defined),
    }


def measure(articles: int) -> list[str]:
    """Measure, and give a line for each build."""
    lines: list[str] = []

    def tell(what: str, seconds: float, differing: int, of: int) -> None:
        share = f"{seconds / cold:5.3f} of cold, " if lines else ""
        lines.append(f"{what:44} {seconds:7.2f} CPU s, {share}{differing} of {of} files")
        print(lines[-1], flush=True)

    with tempfile.TemporaryDirectory() as folder:
        project = write(Project(Path(folder)), articles)
        cold = built(project)
        former = project.hashes("output")
        tell(f"cold, {articles} articles", cold, len(former), len(former))
        for what, change in changes(project, articles).items():
            change()
            seconds = built(project)
            now = project.hashes("output")
            differing = {name for name, digest in (*former.items(), *now.items()) if former.get(name) != now.get(name)}
            tell(what, seconds, len(differing), len(now))
            former = now
    return lines


def main() -> None:
    """Measure as many articles as were asked for."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=1000)
    measure(options.parse_args().articles)


if __name__ == "__main__":
    main()
