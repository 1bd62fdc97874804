"""The labels of the review page."""

from __future__ import annotations

from warraq.language import message

LABELS = {
    "title": message("Review"),
    "keep": message("Keep"),
    "keep_all": message("Keep all like this"),
    "fix": message("Fix"),
    "skip": message("Skip"),
    "undo": message("Undo"),
    "undone": message("Undone:"),
    "nothing_undone": message("Nothing was undone: no decision is left to take back, or its file was changed since."),
    "save": message("Save"),
    "cancel": message("Cancel"),
    "confirm": message("The date is right"),
    "confirm_title": message("The title is right"),
    "unknown": message("Nobody knows the date"),
    "like_this": message("like this"),
    "left": message("left"),
    "original": message("In the original"),
    "text": message("In the article"),
    "by": message("You are"),
    "nothing": message("Nothing is open. Every doubt has been decided on."),
    "skipped": message("All others were skipped."),
    "new_text": message("The line as it shall be"),
    "new_date": message("Date, such as 2024-03-15, 2024-03 or 2024"),
    "new_title": message("The title as it shall be"),
    "no_sentence": message("This line can't be told from others here: edit the file."),
    "keys": message("Keys: K keep, A keep all like this, F fix, S skip, U undo. Ctrl+Enter saves, Esc cancels."),
    "failed": message("Not written:"),
    "now": message("What the file says now"),
    "meant": message("What would have been written"),
}
