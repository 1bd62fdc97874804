"""Words by which names are known in Arabic texts: what stands before them, what they begin with, and at what they end."""
