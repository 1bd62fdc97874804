"""Why the system refuses a file, as a sentence that has a translation: the system itself says it in English alone."""

from __future__ import annotations

import errno

from warraq.language import Message, message

REASONS = {
    errno.ENOSPC: message("No space left on device"),
    errno.EDQUOT: message("Disk quota exceeded"),
    errno.EACCES: message("Permission denied"),
    errno.EPERM: message("Operation not permitted"),
    errno.ENOENT: message("No such file or directory"),
    errno.EEXIST: message("File exists"),
    errno.EROFS: message("Read-only file system"),
    errno.ENAMETOOLONG: message("File name too long"),
    errno.EISDIR: message("Is a directory"),
    errno.ENOTDIR: message("Not a directory"),
    errno.ELOOP: message("Too many levels of symbolic links"),
    errno.EIO: message("Input/output error"),
    errno.EMFILE: message("Too many open files"),
    errno.EFBIG: message("File too large"),
    errno.EILSEQ: message("Invalid or incomplete multibyte or wide character"),
    errno.EINVAL: message("Invalid argument"),
    errno.EADDRINUSE: message("Address already in use"),
    errno.EADDRNOTAVAIL: message("Cannot assign requested address"),
    errno.ECONNREFUSED: message("Connection refused"),
    errno.ECONNRESET: message("Connection reset by peer"),
    errno.ECONNABORTED: message("Connection reset by peer"),
    errno.EHOSTUNREACH: message("No route to host"),
    errno.ENETUNREACH: message("Network is unreachable"),
    errno.ETIMEDOUT: message("Connection timed out"),
}
"""By their numbers, in the words that Linux has for them."""


def system_reason(error: OSError) -> Message | str:
    """Give the reason of an error; of a rare one the system's own words, and where it has none the error's name."""
    if known := REASONS.get(error.errno or 0):
        return known
    return error.strerror or type(error).__name__
