"""The bytes were read as the wrong letters."""
