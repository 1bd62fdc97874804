"""A measure of importing: a folder of saved pages is made of invented texts, and its import is timed."""
