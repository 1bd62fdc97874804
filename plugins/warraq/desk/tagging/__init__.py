"""
Tags of many articles at once: renamed, merged, added, or found anew when the vocabulary has grown.

What would change is said first. A tag is one value of the front matter, so nothing else of a file changes; and an article that
no editor had touched stays one, for `repair --again` to renew.
"""
