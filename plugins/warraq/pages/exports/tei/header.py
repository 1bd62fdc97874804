"""The `<teiHeader>` of an article: what it is, whose it is, where it comes from, what was done to it and when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from warraq.archive.article import Article
from warraq.archive.permanent_id import id_of
from warraq.edition.edition import Edition, MarkKind
from warraq.language import Message, message
from warraq.pages import addresses
from warraq.pages.article_facts import date_is_inferred, last_changed
from warraq.pages.decisions import extent
from warraq.pages.page import Library
from warraq.pages.provenance import provenance

from .concepts import topics
from .escaping import Characters, attributes, element, language, plain
from .inline import pointer
from .marks import rule_name

REPAIRED = message("Repaired by rules; each change stands beside what the original has")
EDITED = message("Edited and annotated")
READING = message(
    "The text of the element text, without note, sic and figure, is the published text, a line for each paragraph, item or cell; "
    "the text of sourceDoc is the original as it was found. An element g stands for a character that XML forbids; charDecl says which."
)
INFERRED = message("The date was inferred from the text.")
NO_RIGHTS = message("The rights of the source are not known.")


def header(edition: Edition, prefix: str, library: Library, characters: Characters) -> str:
    """Write the header of one article; `characters` knows what its text has met."""
    return (
        "<teiHeader>\n<fileDesc>\n"
        + _title_statement(edition, prefix, library)
        + _publication(edition, library)
        + _source(edition, library)
        + "</fileDesc>\n"
        + _encoding(edition, prefix, library, characters)
        + _profile(edition, prefix, library)
        + _revisions(edition, prefix, library)
        + "</teiHeader>\n"
    )


def responsible(resp: Message, name: str, site_language: str, ids: dict[str, str]) -> str:
    """Name who is responsible for what."""
    said = element("resp", plain(resp.text(site_language)), language(site_language))
    return f"<respStmt{attributes(ids)}>{said}{name}</respStmt>\n"


def _title_statement(edition: Edition, prefix: str, library: Library) -> str:
    article, site = edition.article, library.archive.site
    title = element("title", plain(article.title) or "–", language(article.lang))
    authors = "".join(element("author", plain(name)) for name in article.authors)
    machine = element("name", "Warraq", {"type": "software"})
    people = [article.reviewed.by] if article.reviewed and article.reviewed.by else [site.name]
    editors = "".join(element("name", plain(each)) for each in people)
    return (
        f"<titleStmt>{title}{authors}\n"
        + responsible(REPAIRED, machine, site.language, {"xml:id": f"{prefix}.warraq"})
        + responsible(EDITED, editors, site.language, {"xml:id": f"{prefix}.editors"})
        + "</titleStmt>\n"
    )


def _publication(edition: Edition, library: Library) -> str:
    article, site = edition.article, library.archive.site
    url = library.url(addresses.article(article.slug))
    permanent = library.url(addresses.permanent(id_of(article)))
    stated = article.source.rights if article.source else None
    words = [plain(stated)] if stated else [plain(NO_RIGHTS.text(site.language))]
    status = "unknown" if extent(stated).is_whole else "restricted"
    pieces = [
        element("publisher", plain(site.name)),
        element("idno", plain(pointer(url)), {"type": "URI"}) if url else "",
        element("idno", plain(pointer(permanent)), {"type": "permanent"}) if permanent else "",
        element("idno", plain(article.doi), {"type": "DOI"}) if article.doi else "",
        element("idno", plain(article.ark), {"type": "ARK"}) if article.ark else "",
        element("idno", plain(article.slug), {"type": "slug"}),
        f"<availability{attributes({'status': status})}>{''.join(element('p', each) for each in words)}</availability>",
    ]
    return f"<publicationStmt>{''.join(pieces)}</publicationStmt>\n"


def _source(edition: Edition, library: Library) -> str:
    """Describe the page at its source, and the file that was found."""
    article, source, site = edition.article, edition.article.source, library.archive.site
    pieces = [element("title", plain(article.title) or "–", {"level": "a", **language(article.lang)})]
    pieces += (element("author", plain(name)) for name in article.authors)
    if source:
        pieces.append(element("title", plain(source.name), {"level": "j"}))
        pieces += (element("publisher", plain(agency)) for agency in source.via)
    if article.date:
        when = str(article.date)
        is_inferred = date_is_inferred(edition)
        pieces.append(element("date", when, {"when": when, "cert": "medium" if is_inferred else ""}))
        if is_inferred:
            pieces.append(element("note", plain(INFERRED.text(site.language)), language(site.language)))
    if source:
        pieces += _links(source.url, source.archived_url)
        if source.retrieved:
            when = str(source.retrieved)
            pieces.append(element("date", when, {"type": "retrieved", "when": when}))
    return f"<sourceDesc>{element('bibl', ''.join(pieces))}{_file(edition, library)}</sourceDesc>\n"


def _links(url: str | None, archived: str | None) -> Iterator[str]:
    for kind, address in (("source", url), ("archived", archived)):
        if address and (target := pointer(address)):
            yield element("ref", plain(address), {"type": kind, "target": target})
        elif address:
            yield element("note", plain(address), {"type": kind})


def _file(edition: Edition, library: Library) -> str:
    """Describe the file, as far as readers know it."""
    known = provenance(edition)
    if known is None or not known.sha256 or known.withheld:
        return ""
    pieces = [element("idno", known.sha256, {"type": "SHA-256"})]
    if known.name:
        pieces.append(element("title", plain(known.name), {"type": "file"}))
    pieces.append(
        element("extent", element("measure", str(known.bytes), {"unit": "byte", "quantity": str(known.bytes)}))
    )
    pieces.append(element("note", plain(known.encoding) + (" BOM" if known.bom else ""), {"type": "encoding"}))
    if known.file and (url := pointer(library.url(known.file))):
        pieces.append(element("ref", plain(url), {"target": url}))
    return element("bibl", "".join(pieces), {"type": "original"})


def _encoding(edition: Edition, prefix: str, library: Library, characters: Characters) -> str:
    site = library.archive.site
    reading = element("p", plain(READING.text(site.language)), language(site.language))
    rules = {mark.rule: mark.reason for mark in edition.marks if mark.rule}
    categories = "".join(
        element(
            "category",
            element("catDesc", plain(reason.text(site.language) if reason else rule), language(site.language)),
            {"xml:id": f"{prefix}.rule.{rule_name(rule)}", "n": rule},
        )
        for rule, reason in {rule_name(rule): (rules[rule]) for rule in sorted(rules)}.items()
    )
    classes = element("taxonomy", categories, {"xml:id": f"{prefix}.rules"}) if categories else ""
    classes += topics(edition, prefix, library)
    declared = f"<classDecl>{classes}</classDecl>\n" if classes else ""
    return (
        f"<encodingDesc>\n<editorialDecl><interpretation>{reading}</interpretation></editorialDecl>\n"
        f"{declared}{characters.declarations()}</encodingDesc>\n"
    )


def _profile(edition: Edition, prefix: str, library: Library) -> str:
    article, known = edition.article, library.archive.vocabulary.concepts
    languages = element("language", plain(article.lang), {"ident": article.lang}) if language(article.lang) else ""
    summary = (
        element("abstract", element("p", plain(article.summary)), language(article.lang)) if article.summary else ""
    )
    terms = "".join(
        element("term", plain(known[tag].label(library.archive.site.language)), {"ref": f"#{prefix}.c.{tag}"})
        if tag in known
        else element("term", plain(tag))
        for tag in article.tags
    )
    keywords = f"<textClass><keywords>{terms}</keywords></textClass>" if terms else ""
    used = f"<langUsage>{languages}</langUsage>" if languages else ""
    return f"<profileDesc>{summary}{used}{keywords}</profileDesc>\n" if summary or used or keywords else ""


def _revisions(edition: Edition, prefix: str, library: Library) -> str:
    """List what happened to the article, the newest first."""
    article, site = edition.article, library.archive.site
    who = f"#{prefix}.editors"
    made = list(_changes(article, edition, site.language))
    made.sort(key=lambda change: change[0], reverse=True)
    changes = "".join(
        element("change", plain(what), {"when": when, "type": kind, "who": who, **language(site.language)})
        for when, kind, what in made
    )
    return f"<revisionDesc>{changes}</revisionDesc>\n" if changes else ""


def _changes(article: Article, edition: Edition, site_language: str) -> Iterable[tuple[str, str, str]]:
    for correction in article.corrections:
        yield str(correction.date), "correction", correction.note
    if article.reviewed and article.reviewed.date:
        yield str(article.reviewed.date), "review", message("Read against its original").text(site_language)
    noted = {entry.date for entry in edition.notes if entry.date}
    for day in noted:
        yield day, "annotation", message("Annotated").text(site_language)
    if article.added:
        yield str(article.added), "added", message("Taken into the archive").text(site_language)
    if edition.record:
        changed = last_changed(article)
        repairs = sum(mark.kind == MarkKind.REPAIR for mark in edition.marks)
        when = str(article.added or (changed or ""))
        said = message(
            "Repaired with the rules {version}; passages: {number}", version=edition.record.rules, number=repairs
        )
        if repairs and when:
            yield when, "repair", said.text(site_language)
