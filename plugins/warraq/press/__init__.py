"""The bridge to Pelican, and the commands: reading and planning, checks, one generator, one writer, the exchange of sites."""
