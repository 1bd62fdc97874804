"""Read BibTeX on standard input as bibtexparser 1 does, plain and with its own conversion of TeX; print both as JSON."""

import json
import sys

# What is installed for developers is version 2, which has none of these.
import bibtexparser
from bibtexparser.bparser import BibTexParser  # type: ignore[import-not-found]
from bibtexparser.customization import convert_to_unicode  # type: ignore[import-not-found]

text = sys.stdin.read()
found = {}
for name, customization in (("plain", None), ("unicode", convert_to_unicode)):
    parser = BibTexParser(interpolate_strings=False, ignore_nonstandard_types=False)
    parser.customization = customization
    read = bibtexparser.loads(text, parser=parser)  # type: ignore[attr-defined]
    assert not read.comments and not read.preambles, name
    found[name] = read.entries
print(json.dumps(found))
