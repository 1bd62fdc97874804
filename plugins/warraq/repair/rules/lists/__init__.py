"""Lists that were typed with bullets."""
