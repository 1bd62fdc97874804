"""
Moving in: a site of another program, as its folder or as what it exports, becomes articles.

Each text of it becomes an original of its own, the part of the export that is the text, or the Markdown file as it is, with a record
that says where it came from. Nothing is repaired unasked: the record's changes lead from how the other program wrote the text to the words
that readers read. A kind of site is one file (`kinds.py` lists them); what each loses is said there, and `docs/kinds.md` is made of it.
"""
