"""
Tags of many articles at once: renamed, merged, added, or found anew when the vocabulary has grown.

The changes are reported before they are written. A tag is one value of the front matter, so the rest of a file stays; and an
article that no editor had touched still counts as unedited, so that `repair --again` renews it.
"""
