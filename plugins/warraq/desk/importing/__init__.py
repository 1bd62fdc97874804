"""
Folders of saved pages come into the archive: found, looked at, told apart, written, reported.

Looking is the long part and runs on all cores; what each file gives is kept in `.warraq/`, so that an interrupted import goes on
where it stopped. What becomes of each file is then decided once, in the order of the names, and written down before
anything in content/ is touched: so an import that was killed three times gives the same bytes as one that was not.
"""
