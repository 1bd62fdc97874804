"""The editors' own pages (`content/pages/`), and the ways between all pages: the navigation, its words and its order."""
