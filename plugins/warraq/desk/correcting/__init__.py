"""
Correcting many articles at once: by a table that is edited in a spreadsheet, or by one value where a condition holds.

Only keys of the front matter change, never the text, and what else stands there stays byte for byte. Everything is looked at before
anything is written; what was written is one step, which `undo` takes back as a whole, the next day too (`desk/journal/`).
"""
