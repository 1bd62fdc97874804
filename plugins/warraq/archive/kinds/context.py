"""What a reader has to know to understand the passage: what a name stands for, what came before."""

from .kind import NoteKind

KIND = NoteKind("context", "Context {number}", "describing")
