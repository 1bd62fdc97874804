"""How a document is written down."""
