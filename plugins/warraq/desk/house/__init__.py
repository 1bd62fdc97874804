"""
The clothes of the desk's pages: review, the report of an import, the problems over a page of `serve`.

An editor looks at them for hours, so they have the faces, the colours and both schemes of the readers' pages, from the theme itself.
"""
