"""From the values of a YAML text to a checked model; every mistake has its place and its remedy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, get_origin

from pydantic import BaseModel, RootModel, ValidationError
from pydantic_core import ErrorDetails

from warraq.language import Message, listed, message

from .did_you_mean import did_you_mean
from .front_matter import KEY_ALIASES
from .problem import Problem, WrongValueError
from .yaml_values import YamlValues

ModelT = TypeVar("ModelT", bound=BaseModel)

RESERVED: Mapping[str, Message] = {
    "url": message("The address of the page at its source is written as source: {name: …, url: …}."),
    "source_url": message("Write source: {name: …, url: …}."),
    "link": message("Write source: {name: …, url: …}."),
    "permalink": message("Write slug: for the article's own address, aliases: for its former ones."),
    "save_as": message("Write slug: for the article's own address."),
    "template": message("Every article has the same template; take the key out."),
    "layout": message("Every article has the same template; take the key out."),
    "content": message("The text stands below the front matter; take the key out."),
    "body": message("The text stands below the front matter; take the key out."),
    "text": message("The text stands below the front matter; take the key out."),
    "settings": message("Take the key out."),
    "metadata": message("Take the key out."),
    "translation": message("Write translation_of: and the slug of the article that this one translates."),
    "category": message("Write it among the tags:."),
    "categories": message("Write it among the tags:."),
    "keywords": message("Write them as tags:."),
    "modified": message("What changed is published as corrections:; take the key out."),
    "description": message("Write summary:."),
    "subtitle": message("Write summary:, or put it into the text."),
    "published": message("Write status: draft, or leave it out."),
    "expirydate": message("Write withdrawn: {date: …, reason: …} once it is."),
    "publishdate": message("Write embargo: and the first day."),
}
"""Keys of Pelican and of other generators: what to write instead."""
KEY_ITSELF = "[key]"
"""What pydantic writes behind a key that is itself wrong, not its value."""


def field_of(location: Sequence[str | int]) -> str:
    """`("annotations", 0, "quote")` as `annotations[0].quote`."""
    name = ""
    for part in (each for each in location if each != KEY_ITSELF):
        name += f"[{part}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def validate(path: str, values: YamlValues, model: type[ModelT]) -> tuple[ModelT | None, tuple[Problem, ...]]:
    """Check the values of a YAML text against a model."""
    if values.problems:
        return None, values.problems
    value = {} if values.value is None else values.value
    if not isinstance(value, dict):
        line, column = values.place("")
        what = message("Lines of `key: value` should stand here.")
        return None, (Problem(path, line, column, "", what, _beginning(model)),)
    # Empty values are left out: `summary:` is the same as no summary.
    given = {key: item for key, item in value.items() if item is not None}
    try:
        return model.model_validate(given), ()
    except ValidationError as error:
        return None, tuple(_problem(path, values, model, details) for details in error.errors(include_url=False))


def _beginning(model: type[BaseModel]) -> Message:
    """Say what a file begins with."""
    first = next((name for name, info in model.model_fields.items() if info.is_required()), "")
    if issubclass(model, RootModel) or not first:
        return message("Begin each entry with its name and a colon.")
    return message("Begin with {key}: …", key=first)


def _problem(path: str, values: YamlValues, model: type[BaseModel], details: ErrorDetails) -> Problem:
    name = field_of(details["loc"])
    line, column = values.place(name)
    what, todo = _explained(name, model, details)
    return Problem(path, line, column, name, what, todo)


def _explained(  # noqa: PLR0911 - one answer for each kind of error
    name: str, model: type[BaseModel], details: ErrorDetails
) -> tuple[Message, Message]:
    context: Mapping[str, Any] = details.get("ctx", {})
    cause = context.get("error")
    if isinstance(cause, WrongValueError):
        return cause.what, cause.todo
    given = details["input"]
    match details["type"]:
        case "missing":
            key = name.rsplit(".", 1)[-1]
            return message("It is missing."), message("Write {key}: …", key=key)
        case "extra_forbidden":
            key = name.rsplit(".", 1)[-1]
            if (advice := RESERVED.get(key.lower())) and len(details["loc"]) == 1:
                return message("This key is not used here."), advice
            known = list(_model_at(model, details["loc"]).model_fields)
            from .schema import ArticleKeys  # only where something is wrong

            others = KEY_ALIASES if model is ArticleKeys and len(details["loc"]) == 1 else ()
            otherwise = did_you_mean(key, others, message("The keys are: {keys}.", keys=listed(known)))
            return message("There is no such key."), did_you_mean(key, known, otherwise)
        case "literal_error" | "enum":
            allowed = str(context["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
            what = message("“{value}” is not one of: {allowed}.", value=given, allowed=listed(allowed))
            return what, did_you_mean(str(given), allowed, message("Write one of them."))
        case "string_type":
            return message("Words should stand here, not a list or keys of its own."), message(
                "Write it on the line of its key, in quotes where it has brackets."
            )
        case "tuple_type" | "list_type":
            return message("A list should stand here."), message("Begin each of its lines with a hyphen.")
        case "dict_type" | "mapping_type":
            return message("A list with keys of its own should stand here."), message("Write {key: value}.")
        case "model_type" | "model_attributes_type":
            return message("It has keys of its own."), message(
                "Write {{{keys}}}.", keys=", ".join(_keys_shown(model, details["loc"]))
            )
        case _:
            return message("It can't be read: {reason}.", reason=details["msg"]), message("Write it anew.")


def _model_at(model: type[BaseModel], location: Sequence[str | int]) -> type[BaseModel]:
    """Find the model of the mapping that a key stands in."""
    for part in (each for each in location[:-1] if isinstance(each, str)):
        # A file whose keys are names, such as the vocabulary's ids, has one field that holds what stands under each.
        name = "root" if issubclass(model, RootModel) else part
        if name in model.model_fields:
            model = _inner(model.model_fields[name].annotation) or model
    return model


def _keys_shown(model: type[BaseModel], location: Sequence[str | int]) -> list[str]:
    """Give the keys that a mapping has to have, or, where none is required, all that it may have, as they are written."""
    fields = _model_at(model, [*location, ""]).model_fields
    shown = [name for name, info in fields.items() if info.is_required()] or list(fields)
    # A mapping that is no model has a language as its key.
    return [f"{name}: {'{ar: …}' if get_origin(fields[name].annotation) is dict else '…'}" for name in shown]


def _inner(annotation: Any) -> type[BaseModel] | None:
    """Find the model inside `X | None`, `tuple[X, ...]`, `dict[str, X]`, `Annotated[X, …]`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if found := _inner(part):
            return found
    return None
