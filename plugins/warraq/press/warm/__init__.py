"""
The process behind `serve`, which remembers the site that it built.

A build of ten thousand articles that makes one of them anew takes seconds, for it asks every file whether it has changed. `serve` is
told which file was saved. So the process that built the site keeps what it read and printed (`site.py`), reads that file alone
(`saves.py`), checks the archive with it, prints the files of its article (`showing.py`), and the server lays them over the site
(`overlay.py`). Behind it an ordinary build brings everything up to date (`process.py`, `builds.py`), after which they are taken away again.
"""
