"""
A bag to deposit: BagIt (RFC 8493) around an RO-Crate (w3id.org/ro/crate/1.1), as repositories take it in.

The folders of the bag are those of the site, so that an address that was cited finds its file here too. It is written by
ourselves, in pieces and by no clock: bagit asks one, and rocrate holds every entity in memory. Both read what we write, and so does
roc-validator (`tests/consumers/`).
"""
