"""
The meaning of a piece of evidence, for readers.

The names stand in records and are append-only, like the names of rules.
"""

from __future__ import annotations

from warraq.language import message

SAYS = {
    "title": message("stands where a title stands"),
    "date": message("states a date"),
    "day-and-month": message("names a day and a month"),
    "weekday": message("names a weekday"),
    "today": message("names the day of publication"),
    "yesterday": message("names the day before"),
    "day-before-yesterday": message("names the day two days before"),
    "tomorrow": message("names the day after"),
    "year": message("names a year"),
    "this-year": message("speaks of the current year"),
    "last-year": message("speaks of the year before"),
    "next-year": message("speaks of the year after"),
    "future-year": message("speaks of a year to come"),
    "source": message("names the source"),
    "url": message("gives the page's address"),
    "host": message("is the address of the site, which states no name"),
    "shared-title": message("stands in the title of many pages of the site"),
    "known-site": message("is the address of a site of which the archive knows the name"),
    "corrected-site": message("is of a site whose source editors corrected in the archive"),
    "author": message("names the author"),
    "summary": message("the beginning of the text, or the page's own summary"),
    "mention": message("names the concept"),
}
