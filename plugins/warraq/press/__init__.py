"""The bridge to Pelican, and the commands: reading and planning, checks, one generator, one writer, the exchange of sites."""

from warraq.garbage import collect_seldom

collect_seldom()  # before a build loads the rest: half of what it takes where nothing has changed is loading
