"""Annotations that others made of the archive's pages, by Hypothesis, Recogito or another program, become notes of the articles."""
