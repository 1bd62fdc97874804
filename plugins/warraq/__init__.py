"""Warraq (ورّاق): an annotated news archive. One package, so that no room is a top-level module called «search»."""
