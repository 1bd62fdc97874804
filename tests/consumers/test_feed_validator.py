"""
W3C's feed validator (github.com/w3c/feedvalidator), which is on no registry: it runs where WARRAQ_FEEDVALIDATOR names a copy of its repository.

It needs html5lib and rdflib.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from consumers.conftest import IN_AUDIT, ReadSite
from consumers.npm import absent

FOLDER = "WARRAQ_FEEDVALIDATOR"
SCRIPT = """
import json, sys
import feedvalidator
said = []
for address, file in json.load(sys.stdin).items():
    events = feedvalidator.validateString(open(file, "rb").read(), firstOccurrenceOnly=0, base=address)["loggedEvents"]
    wrong = [each for each in events if isinstance(each, feedvalidator.logging.Error | feedvalidator.logging.Warning)]
    said += [(type(each).__name__, each.params.get("element"), each.params.get("value")) for each in wrong]
print(json.dumps(said))
"""
MEANT = {
    "DuplicateUpdated",  # articles of one day: the archive has no hours
}
MEANT_ON_SITE = {
    "ContainsHTML",  # a tag of tests/site/ that is written `<b>`: a category has no type to say that it is text
}


@pytest.mark.skipif(IN_AUDIT not in os.environ, reason="`python3 tasks.py audit` runs it")
def test_no_feed_has_an_error(read_site: ReadSite) -> None:
    if not (folder := os.environ.get(FOLDER)):
        absent(f"{FOLDER} names no copy of github.com/w3c/feedvalidator")
    feeds = {
        f"{read_site.url}/{quote(file.relative_to(read_site.output).as_posix())}": str(file)
        for file in sorted(read_site.output.glob("feeds/**/*.xml"))
    }
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        input=json.dumps(feeds),
        env=os.environ | {"PYTHONPATH": str(Path(folder, "src"))},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        absent(done.stderr)
    found = [each for each in json.loads(done.stdout) if each[0] not in MEANT]
    assert [each for each in found if each[0] not in MEANT_ON_SITE] == []
    assert len(found) <= len(feeds)
