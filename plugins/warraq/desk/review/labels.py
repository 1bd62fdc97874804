"""The labels of the review page."""

from __future__ import annotations

from warraq.language import message

LABELS = {
    "title": message("Review"),
    "skip_to": message("Skip to the content"),
    "progress": message("Decided of all that is asked"),
    "done": message("decided"),
    "reading": message("The archive is being looked at:"),
    "filters": message("Filters and order"),
    "any": message("Any"),
    "rule": message("Kind"),
    "source": message("Source"),
    "certainty": message("Certainty"),
    "order": message("Order"),
    "by_kind": message("kind after kind"),
    "by_article": message("article after article"),
    "everywhere": message("All articles again"),
    "this_article": message("Only this article"),
    "whole_original": message("More of the original"),
    "proposals": message("What would be written instead"),
    "keep_writes": message("Keeping writes:"),
    "keep_all": message("Keep all like this"),
    "show_more": message("Show the next ones"),
    "shown": message("shown"),
    "remove": message("Remove the repetition"),
    "remove_all": message("Remove the repetition in all"),
    "take": message("Take the proposal"),
    "take_all": message("Take the proposal in all"),
    "no_proposal": message("There is no such proposal here."),
    "like_last": message("Like the last"),
    "unlike_last": message("The last decision does not fit here: decide on this one by itself."),
    "fix": message("Fix"),
    "skip": message("Skip"),
    "undo": message("Undo"),
    "undone": message("Undone:"),
    "nothing_undone": message(
        "Nothing was undone: since this page was opened no decision is left to take back, or its file was changed since. "
        "Earlier ones are taken back below (J), or with python3 tasks.py undo."
    ),
    "journal": message("What was decided, in earlier sessions too"),
    "help": message("Keys"),
    "save": message("Save"),
    "cancel": message("Cancel"),
    "like_this": message("like this"),
    "left": message("left"),
    "original": message("In the original"),
    "text": message("In the article"),
    "other_text": message("The other article"),
    "no_other": message("The other article is not there any more."),
    "by": message("You are"),
    "nothing": message("Nothing is open. Every doubt has been decided on."),
    "nothing_fits": message("Nothing is open that fits these filters."),
    "skipped": message("All others were skipped."),
    "new_text": message("The line as it shall be"),
    "no_sentence": message("This line can't be told from others here: edit the file."),
    "keys": message(
        "K keep, R remove the repetition, T take the proposal, 1 to 9 that proposal, F fix, L like the last, S skip, U undo. "
        "A shows the next sentences that are alike, and keeps them all when all were shown; Shift+R and Shift+T take the proposal in all. "
        "O more of the original, M only this article, X throw the article out, J what was decided. Ctrl+Enter saves, Esc cancels."
    ),
    "failed": message("Not written:"),
    "reject": message("Throw the article out"),
    "reject_now": message("Throw it out"),
    "why": message("Why it is thrown out; the reason stays on this machine"),
    "now": message("What the file says now"),
    "meant": message("What would have been written"),
    "names": message("Names for the vocabulary"),
    "names_about": message(
        "Names that the texts have and the vocabulary has not. No page comes of one before you take it."
    ),
    "back_to_review": message("Back to the review"),
    "all_kinds": message("All kinds"),
    "kind": message("Kind of the concept"),
    "take_name": message("Take it into the vocabulary"),
    "never": message("Never"),
    "edit_first": message("Change it first"),
    "join": message("Another name of…"),
    "join_now": message("Make it another name of this concept"),
    "perhaps": message("Perhaps another name of"),
    "forms": message("Its forms in the texts; only those that are chosen are taken"),
    "name_of_it": message("Its name"),
    "id_of_it": message("Its id, in the address of its page"),
    "which_concept": message("Of which concept: its name or id"),
    "articles": message("articles"),
    "times": message("times"),
    "passages": message("Where it stands"),
    "no_names": message("No name is proposed any more."),
    "no_step": message("Nothing is left to take back on this page; earlier steps: python3 tasks.py undo."),
    "names_keys": message(
        "T take it, F change it first, N never, J another name of a concept, 1 to 9 of that concept, S skip, U undo. Ctrl+Enter saves, Esc cancels."
    ),
}
