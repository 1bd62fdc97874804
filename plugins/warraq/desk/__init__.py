"""The editors' tools: importing, review, renewing, tagging; they never overwrite an editor's words."""
