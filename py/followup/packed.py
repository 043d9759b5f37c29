"""Packed texts: a text that carries data in an address, and tells being cut from being damaged.

It reads `<version>.<length>.<checksum>.<payload>`. The payload is a text, deflated, in the 64
letters that addresses leave alone. Whatever stands after it is no part of it.
"""

import base64
import re
import zlib

from followup.errors import LinkError

_HEAD = re.compile(r"([1-9]\d{0,3})\.(\d{1,6})\.([0-9a-f]{8})\.", re.ASCII)
_CUT_HEAD = re.compile(r"[1-9]\d{0,3}(?:\.(?:\d{1,6}(?:\.[0-9a-f]{0,8})?)?)?", re.ASCII)
_NEWER = re.compile(r"([1-9]\d{0,3})\.", re.ASCII)
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]*", re.ASCII)

_RAW_DEFLATE = -15
_BEST = 9


def pack(content: str, version: int, words: bytes) -> str:
    """Return a text packed.

    Args:
        content: the text.
        version: number of what is in it; a program refuses a higher one than its own.
        words: what such texts often hold. They can be read with the very same words only.
    """
    packer = zlib.compressobj(_BEST, zlib.DEFLATED, _RAW_DEFLATE, zdict=words)
    data = packer.compress(content.encode()) + packer.flush()
    payload = base64.urlsafe_b64encode(data).rstrip(b"=").decode()
    return f"{version}.{len(payload)}.{_checksum(payload)}.{payload}"


def unpack(text: str, version: int, words: bytes, largest: int) -> str:
    """Return what was packed.

    Args:
        text: begins with what `pack` returned, without white space.
        version: the highest that is known.
        words: as they were given to `pack`.
        largest: bytes that may be in it; no more are read.

    Raises:
        LinkError: "incomplete", "damaged", "newer" or "large".
    """
    data = _inflate(_payload(text, version), words, largest)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise damaged() from error


def incomplete() -> LinkError:
    """Return what to raise where the end is missing."""
    return LinkError("incomplete", "the end of the link is missing: copy the whole of it")


def damaged() -> LinkError:
    """Return what to raise where something was changed."""
    return LinkError("damaged", "the link was changed on its way: copy it once more")


def _payload(text: str, version: int) -> str:
    """Return the payload, once it is whole."""
    head = _HEAD.match(text)
    newer = _NEWER.match(text)
    if newer and int(newer[1]) > version:
        raise LinkError("newer", "a newer program made the link: load the page anew")
    if not head:
        raise incomplete() if not text or _CUT_HEAD.fullmatch(text) else damaged()
    length = int(head[2])
    payload = text[head.end() :][:length]
    if len(payload) < length:
        raise incomplete()
    if not _PAYLOAD.fullmatch(payload) or _checksum(payload) != head[3]:
        raise damaged()
    return payload


def _inflate(payload: str, words: bytes, largest: int) -> bytes:
    """Return what the payload holds, reading no more than may be in it."""
    try:
        data = base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4))
        unpacker = zlib.decompressobj(_RAW_DEFLATE, zdict=words)
        content = unpacker.decompress(data, largest + 1)
    except (ValueError, zlib.error) as error:
        raise damaged() from error
    if len(content) > largest:
        raise LinkError("large", f"more than {largest} bytes are in the link")
    if not unpacker.eof or unpacker.unused_data:
        raise damaged()
    return content


def _checksum(payload: str) -> str:
    return f"{zlib.crc32(payload.encode()):08x}"
