"""
The issue on GitHub that says why the site was not published, in the site's language.

An editor on github.com sees no terminal. The issue says what is wrong, where, and what to do, with a link that opens the
file for editing; the next good run closes it. Until then the last good site stays where it is.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import quote, urlsplit

from warraq.archive.problem import Level, Problem
from warraq.desk.command_line import CommandLine
from warraq.desk.site import site_of
from warraq.language import message

from .github_text import CUT, code, plain
from .notice import Notice, read_notice, write_notice
from .report_issue import close_issue, keep_issue
from .report_problems import publishing_problems

LABEL = "publishing"
MOST = 100
"""Problems listed."""


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository, as GitHub describes it to a workflow."""

    repository: str
    """`owner/name`."""
    branch: str = "main"
    run: str = ""
    """The number of the run whose log has the rest."""
    server: str = "https://github.com"
    folder: str = ""
    """Where the project stands in the repository."""

    @classmethod
    def of_site(cls, address: str) -> Repository:
        """Read `repository:` of `content/site.yaml`: `https://github.com/owner/name`, perhaps with `/tree/BRANCH/FOLDER` behind it."""
        where, _, tree = address.rstrip("/").partition("/tree/")
        branch, _, folder = tree.partition("/")
        parts = urlsplit(where)
        return cls(parts.path.strip("/"), branch or "main", "", f"{parts.scheme}://{parts.netloc}", folder)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Repository:
        """Read the variables of a workflow run."""
        return cls(
            environment.get("GITHUB_REPOSITORY", ""),
            environment.get("GITHUB_REF_NAME", "main"),
            environment.get("GITHUB_RUN_ID", ""),
            environment.get("GITHUB_SERVER_URL", "https://github.com"),
        )

    def edit(self, path: str) -> str:
        """Give the address where a file is edited on the web; empty where no repository is known."""
        place = "/".join(filter(None, (self.folder, path)))
        return f"{self.server}/{self.repository}/edit/{quote(self.branch)}/{quote(place)}" if self.repository else ""

    @property
    def log(self) -> str:
        """Give the address of the run's log."""
        return f"{self.server}/{self.repository}/actions/runs/{self.run}"


def title(language: str) -> str:
    """Write the issue's title."""
    return message("The site was not published").text(language)


def body(problems: Iterable[Problem], repository: Repository, language: str) -> str:
    """Write the issue: file by file, line by line, what is wrong and what to do."""
    errors = [p for p in problems if p.level is Level.ERROR]
    parts = [message("The last good site stays as it is until this is mended.").text(language)]
    if not errors:
        parts.append(message("The files in content/ are sound; something else went wrong.").text(language))
        parts.append(message("Is GitHub Pages turned on? Settings, Pages, Source: GitHub Actions.").text(language))
    for path, group in groupby(errors[:MOST], key=lambda p: p.path):
        edit, address = message("edit").text(language), repository.edit(path)
        link = f" [{edit}]({address})" if address else ""
        parts.append(f"### {code(path)}{link}\n\n" + "\n".join(line(p, language) for p in group))
    if len(errors) > MOST:
        parts.append(message("And {count} more; the log has them all.", count=len(errors) - MOST).text(language))
    if repository.run:
        parts.append(f"[{message('The log of this run').text(language)}]({repository.log})")
    return "\n\n".join(parts) + "\n"


def line(problem: Problem, language: str) -> str:
    """Format a problem as an item of a list; quotations from files are shown as they are, never as Markdown or a mention."""
    where = message("Line {line}", line=problem.line).text(language) + ": " if problem.line else ""
    field = f"{code(problem.field)}: " if problem.field else ""
    return f"- {where}{field}{plain(problem.what.text(language))} **{plain(problem.todo.text(language))}**"


def main(arguments: list[str]) -> int:
    """Print the issue's text, write it for another job, or keep or close the issue."""
    parser = CommandLine(prog="python3 tasks.py report", description=__doc__)
    parser.add_argument("--published", default="", help="the last published sitemap: its address or file")
    parser.add_argument("--write", type=Path, help="write the issue to this file, for the job that may open it")
    parser.add_argument("--post", type=Path, help="open the issue that another job wrote to this file")
    parser.add_argument("--solved", action="store_true", help="the site was published: close the issue")
    given = parser.parse_args(arguments)
    repository = Repository.from_environment(os.environ)
    if given.solved:
        close_issue(LABEL, "تم النشر · Published")
    elif given.post:
        notice = read_notice(given.post, see_log(repository)) or unwritten(repository)
        keep_issue(LABEL, notice.title, notice.body)
    else:
        problems, language = publishing_problems(Path("content"), given.published, for_others=True)
        if not repository.repository:  # by hand
            repository = Repository.of_site(site_of(Path("content")).repository or "")
        text = body(problems, repository, language)
        if given.write:
            write_notice(Notice(title(language), text), given.write)
        else:
            print(text)
    return 0


def unwritten(repository: Repository) -> Notice:
    """Give the issue of a run whose first job found nothing wrong, or did not come so far as to look, in both languages."""
    languages = ("ar", "en")
    return Notice(
        " · ".join(title(language) for language in languages),
        "\n".join(body((), repository, each) for each in languages),
    )


def see_log(repository: Repository) -> str:
    """Give the end of an issue that is cut."""
    return f"… [log]({repository.log})" if repository.run else CUT


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
