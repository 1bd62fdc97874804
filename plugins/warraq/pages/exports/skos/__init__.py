"""
SKOS (w3.org/TR/skos-reference): the vocabulary as one concept scheme, in Turtle and in JSON-LD.

`graph.py` says what is true, `turtle.py` and `json_ld.py` write it. A reader of RDF needs nothing of ours.
"""
