"""Whole lines that are not the words of the article."""
