"""
Importing folders of saved pages: files are found, inspected, compared, written and reported.

Inspecting takes the longest and runs on all cores; each result is kept in `.warraq/`, so that an interrupted import goes on where
it stopped. Then all files are decided on once, in the order of their names, and the decisions are written down before anything in
content/ is touched: so an import that was killed three times gives the same bytes as one that was not.
"""
