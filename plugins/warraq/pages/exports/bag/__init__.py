"""
A bag to deposit: BagIt (RFC 8493) around an RO-Crate (w3id.org/ro/crate/1.1), as repositories take it in.

The folders of the bag are those of the site, so that an address that was cited finds its file here too. It is written by
ourselves: bagit and rocrate hold all files in memory or copy them twice, and neither writes the same bytes twice. Both read what
we write, and so does roc-validator (`tests/consumers/`).
"""
