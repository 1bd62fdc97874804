"""Writers: a document as Markdown, its description as front matter."""
