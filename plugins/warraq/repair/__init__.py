"""O → D: repairs what is certain, points at what is doubtful, records everything."""
