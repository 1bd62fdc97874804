"""
What a piece of evidence was taken to say, for readers.

The names stand in records and are append-only, like the names of rules.
"""

from __future__ import annotations

from warraq.language import message

SAYS = {
    "title": message("stands where a title stands"),
    "date": message("a whole date"),
    "day-and-month": message("day and month, without a year"),
    "today": message("the day of publication"),
    "yesterday": message("the day before publication"),
    "day-before-yesterday": message("two days before publication"),
    "tomorrow": message("the day after publication"),
    "this-year": message("the year of publication"),
    "last-year": message("the year before publication"),
    "next-year": message("the year after publication"),
    "future-year": message("still to come when this was written"),
    "source": message("names the source"),
    "url": message("gives the page's address"),
    "author": message("names the author"),
    "summary": message("the beginning of the text, or the page's own summary"),
    "mention": message("names the concept"),
}
