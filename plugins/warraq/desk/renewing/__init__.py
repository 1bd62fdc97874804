"""
When the rules have improved: every original is repaired anew, and what editors did stays.

An article that nobody edited is written anew. Of one that somebody edited only a patch is proposed, for `git apply`: in it
the lines that the editor left alone become the new ones, and the editor's own lines stay. Addresses, tags and what came
from an import's table are kept in both.
"""
