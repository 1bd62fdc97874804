"""
Review: an editor decides on doubts, inferred dates and articles without a date.

A local page shows each open item in its line beside the original. A decision is one key, and one key decides on all items of
the same wording. Decisions are lines of the articles' front matter, so that `git diff` shows them and a renewal keeps them.
"""
