"""A remark of the editor: the kind of a note that says nothing of its kind."""

from .kind import NoteKind

KIND = NoteKind("note", "Note {number}", "commenting")
