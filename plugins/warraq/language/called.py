"""
By which name people call the commands: `python3 tasks.py` in a clone of the template, `warraq` where the package is installed.

Sentences are written for the clone. The program `warraq` says in the environment that it is another, for itself and all that it starts.
"""

from __future__ import annotations

import os
import re

IN_A_CLONE = "python3 tasks.py"
VARIABLE = "WARRAQ_CALLED"
RENAMED = {"repair": "renew"}
"""`warraq repair` reads a text and writes it; what makes the articles of an archive anew has another name there."""
TASK = re.compile(rf"{re.escape(IN_A_CLONE)}(?P<task> (?:{'|'.join(RENAMED)})\b)?")


def as_called(sentence: str) -> str:
    """Name the commands in a sentence as they are called here."""
    called = os.environ.get(VARIABLE, "")
    if not called or IN_A_CLONE not in sentence:
        return sentence
    return TASK.sub(lambda found: called + (f" {RENAMED[found['task'].strip()]}" if found["task"] else ""), sentence)


LANGUAGE_VARIABLE = "WARRAQ_LANGUAGE"


def asked_by_variable() -> str:
    """Give what the variable asks for as the language of messages, whether there is such a language or not; empty where it is not set."""
    return os.environ.get("WARRAQ_LANGUAGE", "").strip()
