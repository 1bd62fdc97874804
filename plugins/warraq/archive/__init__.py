"""The nouns of an archive, and how they are read and checked."""
