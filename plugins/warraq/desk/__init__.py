"""The editors' tools: they bring texts in, ask about doubts, renew, and rename; none overwrites what an editor wrote."""
