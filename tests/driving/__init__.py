"""
Stock Firefox and WebKitGTK (the engine of Safari), each driven by what it brings along, so that nothing but a Debian package is needed.

Firefox is asked through Marionette, the door behind geckodriver, which neither Debian nor PyPI has; WebKit through its own
WebKitWebDriver. Both obey the commands of the W3C's WebDriver, the one over a socket, the other over HTTP. `Tab` has those few methods
of Playwright's that our checks use, so that one check runs in every engine.
"""
