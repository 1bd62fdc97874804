"""
Translations put into a template when it is read: a site speaks one language.

Jinja looks each `{% trans %}` up on every page, some forty times a page. Here a sentence without values is text of the template, as if it had been
written there; one with values or a plural is looked up as ever. Its values that are numbers are written in the digits of the site.
"""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import nodes
from jinja2.ext import InternationalizationExtension


class Translating(InternationalizationExtension):
    """Jinja's own extension, except that sentences without values are translated once."""

    _translate: Callable[[str], str] | None = None

    def _install_callables(
        self,
        gettext: Callable[[str], str],
        ngettext: Callable[[str, str, int], str],
        newstyle: bool | None = None,  # noqa: FBT001 - Jinja's signature
        pgettext: Callable[[str, str], str] | None = None,
        npgettext: Callable[[str, str, str, int], str] | None = None,
    ) -> None:
        self._translate = gettext
        super()._install_callables(gettext, ngettext, newstyle, pgettext, npgettext)

    def _make_node(  # noqa: PLR0913, PLR0917 - Jinja's signature
        self,
        singular: str,
        plural: str | None,
        context: str | None,
        variables: dict[str, nodes.Expr],
        plural_expr: nodes.Expr | None,
        vars_referenced: bool,  # noqa: FBT001 - the same
        num_called_num: bool,  # noqa: FBT001 - the same
    ) -> nodes.Output:
        if self._translate and plural is None and context is None and not variables:
            try:
                return nodes.Output([nodes.TemplateData(self._translate(singular) % {})])
            except (
                KeyError,
                TypeError,
                ValueError,
            ):  # a translation with a value that is not there: told when it is looked up
                pass
        said: dict[str, nodes.Expr] = {
            name: nodes.Filter(given, "number", [], [], None, None) for name, given in variables.items()
        }
        return super()._make_node(singular, plural, context, said, plural_expr, vars_referenced, num_called_num)
