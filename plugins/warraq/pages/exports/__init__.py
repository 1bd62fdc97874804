"""
The archive for scholars, in the formats of their tools: TEI, SKOS, EPUB, and a bag to deposit.

A folder is a format. All of it is made of editions of what may be published and of the facts of articles, in memory;
`press/exporting/` writes the files. Nothing here is made by a build unless `exports:` in `content/site.yaml` asks for it.
"""
