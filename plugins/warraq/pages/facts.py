"""What is kept of an edition once its own pages are made: a few facts, and its texts for feeds, search and data."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import replace
from hashlib import blake2b

from warraq.edition.edition import Edition, MarginEntry, MarkKind

from . import addresses
from .article_facts import ArticleFacts, ArticleTexts, NoteWords, Standing, count_marks, date_is_inferred
from .hidden_names import ORIGINALS
from .own_days import own_days
from .public_links import files_of, links_of, pictures_of, places_of, same_address
from .site_links import addresses_of

HTML_TAG = re.compile(r"<[^>]*>")


def facts_of(public: Edition, site_url: str, texts: ArticleTexts | None = None) -> ArticleFacts:
    """Gather the facts of an edition of what may be published; `texts` of it, where they are made already."""
    here = addresses.article(public.article.slug)
    mentions = Counter(mark.concept for mark in public.marks if mark.kind is MarkKind.MENTION)
    links = dict.fromkeys(links_of(public))
    leads = {same_address(address) for link in links for address in addresses_of(link, here, site_url)}
    standing = standing_of(public)
    facts = ArticleFacts(
        article=replace(standing.article, places=()),  # they are for messages, which have the article itself
        concepts=standing.concepts,
        files=standing.files,
        original=standing.original,
        inferred=date_is_inferred(public),
        repairs=count_marks(public, MarkKind.REPAIR),
        marks=len(public.marks),
        mentions=dict(mentions),
        sha256=public.record.original.sha256 if public.record else "",
        pictures=tuple(dict.fromkeys(pictures_of(public))),
        leads=tuple(sorted(leads - set(map(same_address, places_of(standing))))),
        cited=tuple(link for link in links if link.startswith(ORIGINALS)),
        row=_said(texts or texts_of(public)),
        own_days=own_days(public),
    )
    return replace(facts, told=_told(facts))


def _told(facts: ArticleFacts) -> str:
    """Hash what other pages tell of an article; where its text leads to is not told, and where it begins in its file neither."""
    told = replace(facts, article=replace(facts.article, body_line=0), marks=0, pictures=(), leads=(), cited=(), row="")
    return blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _said(texts: ArticleTexts) -> str:
    """Hash the texts of an article; the long ones as they are, because Python asks of each of their letters whether it can be printed."""
    long = texts.text, texts.notes, texts.html
    rest = replace(texts, text="", notes="", html="")
    whole = "\0".join([repr(rest), *(str(len(each)) for each in long), *long])
    return blake2b(whole.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def standing_of(made: Edition) -> Standing:
    """Gather what others may lead to of an edition, a draft's too."""
    name = made.original.name if made.original else ""
    return Standing(made.article, made.concepts, tuple(files_of(made)), name)


def texts_of(public: Edition) -> ArticleTexts:
    """Gather the texts of an edition of what may be published."""
    notes = (html.unescape(HTML_TAG.sub(" ", entry.html)).strip() for entry in public.notes)
    return ArticleTexts(
        text=public.text.partition("\n")[2],
        notes="\n".join(notes),
        html="\n".join(section.shown_html for section in public.sections),
        noted=tuple(map(_noted, public.notes)),
    )


def _noted(entry: MarginEntry) -> NoteWords:
    return NoteWords(
        id=entry.id,
        mark=entry.mark.id,
        label=entry.label.msgid,
        number=int(str(entry.label.values.get("number", 0))),
        html=entry.html,
        verdict=entry.verdict.msgid if entry.verdict else "",
        sources=entry.sources,
        author=entry.author,
        date=entry.date,
        lang=entry.lang,
    )
