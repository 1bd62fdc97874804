"""The settings of the published site: it knows its own address, for feeds, canonical links and the sitemap."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from pelicanconf import *  # noqa: F403 - the settings, and what follows in place of some

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
