"""Writes what a web server may be told to send with this copy: a file for each kind of server.

Each page carries the content policy of the site in itself. What only a header can say stands here:
who may show a page inside another one, what a worker may do that begins from an address of its own,
and what the page asks of the device, which is nothing. No value hangs on the version of the site,
so a server that was told once needs not be told again.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from followup_site.publisher.values import Publisher
from followup_site.tools.made_files import write_if_new

FOLDER = "hosts"
"""Of the files, below the folder for what is made."""

POLICY = "Content-Security-Policy"

FOR_ALL = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{one}=()"
        for one in (
            "accelerometer",
            "camera",
            "display-capture",
            "geolocation",
            "gyroscope",
            "magnetometer",
            "microphone",
            "midi",
            "payment",
            "usb",
        )
    ),
}
"""With every file."""

WORKER = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"
"""For scripts. It binds those that begin a worker, and no page."""

FOR_YEARS = "max-age=31536000, immutable"
"""For the folder of a version, as what stands there never changes."""

EACH_TIME = "no-cache"
"""For the service worker: a browser that kept it would not learn of a new version."""


def headers_of(publisher: Publisher) -> dict[str, dict[str, str]]:
    """Return what goes with what, beyond `FOR_ALL`: headers, by the first part of addresses below
    the site's start. Of two that fit, the longer one counts, and no two of them fit one file."""
    framed_by = " ".join(filter(None, ["'self'", publisher.framed_by]))
    return {
        "plan/": {POLICY: f"frame-ancestors {framed_by}"},
        "followup-": {POLICY: WORKER, "Cache-Control": FOR_YEARS},
        "service_worker.js": {POLICY: WORKER, "Cache-Control": EACH_TIME},
    }


def write_server_files(publisher: Publisher, site_url: str, made: Path) -> None:
    """Write the files for a copy at an address, unless the very same stand there already."""
    path = urlsplit(site_url).path
    path = path if path.endswith("/") else f"{path}/"
    headers = headers_of(publisher)
    for name, text in {
        "headers.txt": _headers_file(path, headers),
        "nginx.txt": _nginx(unquote(path), headers),
        "apache.txt": _apache(unquote(path), headers),
    }.items():
        write_if_new(made / FOLDER / name, text)


def _headers_file(path: str, headers: Mapping[str, Mapping[str, str]]) -> str:
    """Return a file `_headers`. What fits several parts gets the headers of all.

    Source: https://developers.cloudflare.com/pages/configuration/headers/ and
    https://docs.netlify.com/manage/routing/headers/
    """
    parts = [
        "# For hosts that read a file _headers: save this so, at the top of what you publish.",
        *_rule(f"{path}*", FOR_ALL),
    ]
    for start, its in headers.items():
        parts += _rule(f"{path}{start}{'' if '.' in start else '*'}", its)
    return _lines(parts)


def _rule(address: str, headers: Mapping[str, str]) -> list[str]:
    return [address, *(f"  {name}: {value}" for name, value in headers.items())]


def _nginx(path: str, headers: Mapping[str, Mapping[str, str]]) -> str:
    """Return a part of a `server` block. A location that sends headers inherits none, so each has
    them all.

    Source: https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header
    """
    parts = ["# For nginx: include this in the server block of your site, and load nginx again."]
    for start, its in {"": {}, **headers}.items():
        sign = "= " if "." in start else "^~ "
        parts += [
            f'location {sign}"{path}{start}" {{',
            "  index index.html;",
            f'  error_page 404 "{path}404.html";',
            *(
                f'  add_header {name} "{value}" always;'
                for name, value in {**FOR_ALL, **its}.items()
            ),
            "}",
        ]
    return _lines(parts)


def _apache(path: str, headers: Mapping[str, Mapping[str, str]]) -> str:
    """Return a file `.htaccess`.

    Source: https://httpd.apache.org/docs/2.4/mod/mod_headers.html
    """
    parts = [
        "# For Apache 2.4: save this as .htaccess in the folder of the site. It needs mod_headers.",
        f'ErrorDocument 404 "{path}404.html"',
        "AddType application/wasm .wasm",
        *_set(FOR_ALL),
    ]
    for start, its in headers.items():
        place = re.escape(f"{path}{start}").replace("#", r"\#")
        parts += [f'<If "%{{REQUEST_URI}} =~ m#^{place}#">', *_set(its), "</If>"]
    return _lines(parts)


def _set(headers: Mapping[str, str]) -> list[str]:
    return [f'Header always set {name} "{value}"' for name, value in headers.items()]


def _lines(parts: list[str]) -> str:
    return "".join(f"{line}\n" for line in parts)
