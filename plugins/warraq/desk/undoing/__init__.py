"""
Undo: a step of `review`, or of a command that changed many articles, taken back as a whole, today or next week.

The steps are in the journal (`desk/journal/`), the last one first.
"""
