"""The plugin `warraq_repair` of any Pelican site; a wheel has this file as `pelican.plugins.warraq_repair`."""

from warraq.repair.any_site.plugin import register

__all__ = ["register"]
