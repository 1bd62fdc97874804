"""The right signs, badly set apart."""
