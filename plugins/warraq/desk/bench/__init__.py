"""An afternoon's folder of saved pages, made of texts of our own, and the import of it measured."""
