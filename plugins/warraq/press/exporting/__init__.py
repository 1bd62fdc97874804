"""
Exports for scholars: `python3 tasks.py export tei|skos|epub|bagit`.

What leaves is what a site would publish today, and nothing else: the same decisions, the same editions. Articles are made one
by one, on all cores, and written as they come; where an archive has errors nothing is written, for what an unreadable file
withholds is not known.
"""
