"""D → T and the annotations on it: repairs, doubts, editors' changes, mentions, notes."""
