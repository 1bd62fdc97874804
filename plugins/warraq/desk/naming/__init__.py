"""
Names that the texts have and the vocabulary has not, for an editor to decide on.

Nothing is downloaded and nothing learnt: words beside a name show it (`finding.py`), the whole archive shows where it ends (`ends.py`) and
what its other forms are (`spellings.py`). No page comes of a name before an editor took it into the vocabulary.
"""
