"""
Renewing an archive after the rules have improved: every original is repaired again, and the editors' work stays.

An article that nobody edited is written again. For one that somebody edited a patch is proposed, for `git apply`: in it the
lines that the editor left alone become the new ones, and the editor's own lines stay. Addresses, tags and the fields of an
import's table are kept in both.
"""
