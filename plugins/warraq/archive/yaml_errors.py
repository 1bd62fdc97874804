"""
Errors of YAML, in an editor's words.

libyaml speaks of block mappings and flow contexts to people who forgot a quotation mark. Each of its errors is explained by its
commonest cause, with the remedy.
"""

from __future__ import annotations

import re

import yaml

from warraq.language import Message, message

CURLY = re.compile("[:,\\[{-] *[“”„‟‘’]|[“”‘’] *$")


def explain_yaml_error(  # noqa: PLR0911 - one answer for each kind of error
    error: yaml.MarkedYAMLError, line: str, line_before: str
) -> tuple[Message, Message]:
    """Explain an error of libyaml: what is wrong, and what to do."""
    problem, context = error.problem or "", error.context or ""
    quotes = message('Write straight quotes: "…".')
    if CURLY.search(line) or ("mapping values" not in problem and CURLY.search(line_before)):
        return message("Curly quotes can't enclose a value."), quotes
    if "mapping values are not allowed" in problem:
        if line.startswith(" ") and re.match(r"[^\s#][^:]*: *[^\s|>]", line_before):
            return message("The line is indented unlike its neighbours."), message("Delete the spaces before it.")
        key, _, rest = line.strip().removeprefix("- ").partition(":")
        return (
            message("A colon followed by a space stands inside a value without quotes."),
            message("Put quotes around the value: {example}", example=f'{key}: "{rest.strip()}"'),
        )
    if "Unicode character escape" in problem:
        return message("The escape stands for no character."), message("Write the character itself.")
    if "quoted scalar" in context or "quoted scalar" in problem:
        return message("A value that begins with a quotation mark does not end with one."), message(
            'Put the closing quotation mark, or write \\" for one inside the value.'
        )
    if "tab character" in problem or ("cannot start any token" in problem and "\t" in line):
        return message("A tab stands where YAML takes spaces only."), message("Put two spaces in its place.")
    if "cannot start any token" in problem:
        return message("A value can't begin with this character."), message("Put quotes around the value.")
    if problem == "did not find expected key" and re.search(r""":\s*(['"]).*\1\s*\S""", line):
        return message("Something stands after the closing quotation mark."), message(
            "Put all of the value between the quotation marks."
        )
    if "flow sequence" in context or "flow mapping" in context:
        return message("A list or a {…} is not closed, or a comma is missing in it."), message(
            "Write it as [one, two], or as lines that begin with a hyphen."
        )
    if "alias" in problem or "anchor" in problem or "alias" in context or "anchor" in context:
        return message("A value can't begin with & or *."), message("Put quotes around the value.")
    if "expected ':'" in problem or "block mapping" in context:
        return message("This line is not `key: value`, or it is indented unlike its neighbours."), message(
            "Begin it at the left with a key and a colon, or put quotes around the value above."
        )
    return message("This is not YAML: {problem}.", problem=problem), message("Put quotes around the value.")
