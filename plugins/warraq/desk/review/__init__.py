"""
Deciding on what the machine would not: doubts, inferred dates, articles without a date.

A local page shows each in its sentence beside the original; a decision is one key, and one key decides for all that have the same
wording. Decisions are lines of the articles' front matter, so that `git diff` shows them and a renewal keeps them.
"""
