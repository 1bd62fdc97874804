"""The bridge to Pelican: strict reading, planning, one generator, one writer, the swap."""
