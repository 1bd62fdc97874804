"""What a site's settings say of repair: `WARRAQ_REPAIR = True`, or a dictionary of what is wanted otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..languages import LANGUAGES
from ..packages import rules_named
from ..rules.rule_set import Rules

SETTING = "WARRAQ_REPAIR"
RECORDS = "warraq-records"
KEYS = ("write_back", "records", "language", "without", "rules_of")


class WishError(ValueError):
    """The setting means nothing; the message says what may stand there."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a site wants."""

    rules: Rules
    write_back: bool = False
    """Repaired sources are written; the record of each makes it possible to undo it."""
    records: Path | None = None
    """The folder of these records; None: `warraq-records`, beside the site's settings."""
    language: str | None = None
    """That of the rules; None: each article tells it."""


def read_wishes(value: object) -> Wishes | None:
    """Read the setting; None where it wants nothing, a WishError where it is wrong."""
    if value in (None, False):
        return None
    if value is True:
        value = {}
    if not isinstance(value, Mapping):
        raise WishError(f"{SETTING} is True, or a dictionary with some of the keys {', '.join(KEYS)}; not {value!r}.")
    if strange := [str(key) for key in value if key not in KEYS]:
        raise WishError(f"{SETTING} has no key {strange[0]!r}: it may have {', '.join(KEYS)}.")
    language = value.get("language")
    if language is not None and language not in LANGUAGES:
        raise WishError(f"{SETTING}: there are no rules for the language {language!r}; for {', '.join(LANGUAGES)}.")
    for key in ("without", "rules_of"):
        names = value.get(key, ())
        if not isinstance(names, list | tuple | set | frozenset) or not all(isinstance(each, str) for each in names):
            raise WishError(f"{SETTING}: {key!r} is a list of names.")
    if not isinstance(value.get("write_back", False), bool):
        raise WishError(f"{SETTING}: 'write_back' is True or False.")
    if not isinstance(value.get("records"), str | Path | None):
        raise WishError(f"{SETTING}: 'records' is the path of a folder.")
    try:
        rules = rules_named(value.get("rules_of", ()), value.get("without", ()))
    except ValueError as error:
        raise WishError(f"{SETTING}: {error}") from error
    records = Path(str(value["records"])) if value.get("records") else None
    return Wishes(rules, value.get("write_back", False), records, language)
