"""W3C's feed validator, which is on no registry: it runs where WARRAQ_FEEDVALIDATOR names a copy of github.com/w3c/feedvalidator."""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import quote

import pytest

from consumers import pypi
from consumers.conftest import IN_AUDIT, ReadSite
from consumers.npm import absent

FOLDER = "WARRAQ_FEEDVALIDATOR"
PACKAGES = Path(__file__).parent / "feed_validator"
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
    try:
        said = pypi.ran(PACKAGES, "validate.py", said=json.dumps(feeds), PYTHONPATH=str(Path(folder, "src")))
    except pypi.NoPackagesError as error:
        absent(error)
    found = [each for each in json.loads(said) if each[0] not in MEANT]
    assert [each for each in found if each[0] not in MEANT_ON_SITE] == []
    assert len(found) <= len(feeds)
