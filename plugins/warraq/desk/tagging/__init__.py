"""
Tags of many articles at once: renamed, merged, added, or found anew when the vocabulary has grown.

The changes are reported before they are written, as one step that `undo` takes back. A tag is one value of the front matter, so the
rest of a file stays, and is renewed by `repair --again` as before.
"""
