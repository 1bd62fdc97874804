"""
The vocabulary's files and the site's own, as pydantic models.

`content/vocabulary/*.yaml` hold concepts by id, `content/site.yaml` the archive's description of itself.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, ConfigDict, Field, RootModel

from warraq.language import listed, message

from .concept import Scheme
from .model import Model
from .own_pages.navigation import parse_ways
from .problem import WrongValueError
from .removed import parse_removed
from .site_contact import Contact, Contacts
from .site_license import parse_license
from .starter import NAMES as STARTER_LISTS
from .theme.schema import ThemeKeys
from .values import Line, Lines, Rights, as_list, as_words
from .written_days import CALENDARS, DIGITS, check_calendar, check_digits, or_gregorian

COORDINATES = re.compile(r"-?\d{1,3}(\.\d+)?")
CONCEPT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]*")
REPOSITORY = re.compile(r"https://github\.com/[\w-]+/[\w.-]+(/tree/[\w.-]+(/[\w.-]+)*)?/?", re.ASCII)
SITE_LANGUAGES = ("ar", "en", "fa")
MONTHS = ("ar", "ar_SY", "ar_MA")


def _degrees(value: str) -> str:
    if not COORDINATES.fullmatch(value) or abs(float(value)) > 180:
        raise WrongValueError(
            message("“{value}” is not a number of degrees.", value=value), message("Write [39.90, 116.40].")
        )
    return value


def _by_language(value: object) -> object:
    if isinstance(value, str | list):
        words = value if isinstance(value, str) else "…"
        language = "en" if words.isascii() else "ar"  # a guess, to be copied or changed
        raise WrongValueError(
            message("Each language should have a key here."),
            message("Write {{{language}: {words}}}.", language=language, words=words),
        )
    return value


def _labels(value: object) -> object:
    """`alt_labels: {ar: x}` is a list of one."""
    value = _by_language(value)
    return {lang: as_list(labels) for lang, labels in value.items()} if isinstance(value, dict) else value


def _wikidata(value: str) -> str:
    if not re.fullmatch(r"Q\d+", value):
        raise WrongValueError(
            message("“{value}” is not an item of Wikidata.", value=value), message("Write Q and its number.")
        )
    return value


def _arabic_too(value: dict[str, str]) -> dict[str, str]:
    if "ar" not in value:
        raise WrongValueError(message("It has no Arabic."), message("Write {key}: …", key="ar"))
    return value


class DefinitionKeys(Model):
    """What a concept is, in one or two sentences."""

    text: Annotated[dict[str, Line], BeforeValidator(_by_language)]
    source: Line | None = None
    """Who says so: an address or a reference."""


class ConceptKeys(Model):
    """One concept (skos:Concept); its id is the key that it stands under."""

    scheme: Scheme
    """organisation, person, place, event or topic."""
    pref_label: Annotated[dict[str, Line], BeforeValidator(_by_language), AfterValidator(_arabic_too)]
    """Its name, by language; Arabic always."""
    alt_labels: Annotated[dict[str, tuple[Line, ...]], BeforeValidator(_labels)] = Field(default_factory=dict)
    """Its other names, by language."""
    definition: DefinitionKeys | None = None
    broader: Lines = ()
    """Ids of wider concepts."""
    related: Lines = ()
    wikidata: Annotated[str, AfterValidator(_wikidata)] | None = None
    coordinates: tuple[Annotated[str, AfterValidator(_degrees)], Annotated[str, AfterValidator(_degrees)]] | None = None
    """Latitude and longitude in degrees."""
    ambiguous: Lines = ()
    """Labels that mean it only where one of `requires` stands in the article."""
    requires: Lines = ()
    """Context words: labels, or ids of other concepts."""
    rights: Rights | None = None
    """Of a source: `full`, `excerpt N` (words) or `metadata`; كامل، مقتطف N، بيانات."""


class VocabularyKeys(RootModel[dict[str, ConceptKeys]]):
    """A file of the vocabulary: concepts by id."""

    model_config = ConfigDict(defer_build=True)


def _site_language(value: str) -> str:
    if value not in SITE_LANGUAGES:
        raise WrongValueError(
            message("The pages are not translated into “{value}”.", value=value),
            message("Write one of: {allowed}.", allowed=listed(SITE_LANGUAGES)),
        )
    return value


def _months(value: str) -> str:
    if value not in MONTHS:
        raise WrongValueError(
            message("There are no such month names: “{value}”.", value=value),
            message("Write one of: {allowed}.", allowed=listed(MONTHS)),
        )
    return value


def _repository(value: str) -> str:
    if not REPOSITORY.fullmatch(value):
        raise WrongValueError(
            message("“{value}” is not the address of a repository on GitHub.", value=value),
            message("Write https://github.com/OWNER/NAME, and /tree/BRANCH behind it where the branch is not main."),
        )
    return value


EXPORTS = ("tei", "skos", "records")
"""What a site may offer scholars besides its pages."""


def _export(value: str) -> str:
    if value not in EXPORTS:
        raise WrongValueError(
            message("A site does not offer “{value}”.", value=value),
            message(
                "Write some or all of: {allowed}. A book and a bag are written by python3 tasks.py export.",
                allowed=listed(EXPORTS),
            ),
        )
    return value


def _starter_list(value: str) -> str:
    if value not in STARTER_LISTS:
        raise WrongValueError(
            message("There is no list “{value}” to begin a vocabulary with.", value=value),
            message("Write some or all of: {allowed}.", allowed=listed(STARTER_LISTS)),
        )
    return value


class SiteKeys(Model):
    """`content/site.yaml`."""

    name: Line
    """The archive's name."""
    language: Annotated[str, AfterValidator(_site_language)] = "ar"
    """Of the pages and the messages."""
    months: Annotated[str, AfterValidator(_months)] = "ar"
    """Whose month names: ar (نوفمبر), ar_SY (تشرين الثاني), ar_MA (نونبر)."""
    calendars: Annotated[
        tuple[Annotated[str, AfterValidator(check_calendar)], ...],
        BeforeValidator(as_words),
        AfterValidator(or_gregorian),
    ] = CALENDARS[:1]
    """In which pages say a date: the first leads, others follow in brackets, and what was converted is marked ≈."""
    digits: Annotated[str, AfterValidator(check_digits)] = DIGITS[0]
    """In which pages write their own numbers, never those of texts: latn (2023), arab (٢٠٢٣), arabext (۲۰۲۳)."""
    contact: Line | None = None
    """An address that readers write to."""
    editors: Literal["named", "unnamed"] = "unnamed"
    """named: pages say who reviewed an article and who wrote its notes."""
    originals: Literal["public", "private"] = "public"
    """private: the damaged files are kept, and not published; an article may state its own."""
    description: Annotated[
        dict[str, Line], BeforeValidator(lambda value: {"ar": value} if isinstance(value, str) else value)
    ] = Field(default_factory=dict)
    """One sentence, by language."""
    pictures: Literal["keep"] | None = None
    """keep: pictures stay in content/images/ as they came, with all that they say besides; what is published never says it."""
    exports: Annotated[tuple[Annotated[str, AfterValidator(_export)], ...], BeforeValidator(as_list)] = ()
    """What the site offers scholars besides: tei (each article, and the corpus), skos (the vocabulary)."""
    repository: Annotated[str, AfterValidator(_repository)] | None = None
    """On GitHub, where readers and editors correct articles: https://github.com/OWNER/NAME; with /tree/BRANCH where it is not main."""
    license: Annotated[Line, AfterValidator(parse_license)] | None = None
    """Of the archive's own work (notes, descriptions, data), never of the texts: CC-BY-4.0 or another of its kind, or an address."""
    navigation: Annotated[tuple[tuple[str, str], ...], BeforeValidator(parse_ways)] | None = None
    """What the navigation leads to, in its order: [archive, team, {method: How we work}]; pages of content/pages/ by the names of their files."""
    corrections: Contact | None = None
    """Where readers report mistakes: an e-mail address or https://…"""
    links: Contacts = Field(default_factory=dict)
    """Accounts of the archive elsewhere, for the footer: {Mastodon: https://…}."""
    theme: ThemeKeys | None = None
    """The looks of the site: {accent: "#0b5a5e", scheme: auto, face: naskh, measure: 28}."""
    vocabulary: Annotated[tuple[Annotated[str, AfterValidator(_starter_list)], ...], BeforeValidator(as_list)] = ()
    """Lists to begin the vocabulary with: countries, capitals, organisations; only what an article names is published."""
    removed: Annotated[tuple[Annotated[Line, AfterValidator(parse_removed)], ...], BeforeValidator(as_list)] = ()
    """Published addresses that are gone on purpose: articles/NAME/, or sha256: and its hash. This list is not published."""
