"""Letters stored as the shapes they take in print."""
