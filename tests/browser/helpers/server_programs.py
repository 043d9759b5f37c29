"""Web servers as people run them, started on a free port with the site and the file made for each."""

import grp
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from engine import end, until
from missing import leave_out
from site_server import SITE, SUB_PATH
from webkitgtk import free_port

FILES = SITE / "assets" / "hosts"

NGINX = """
daemon off;
{as_user}
pid {folder}/pid;
error_log {folder}/error;
events {{}}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  server {{ listen 127.0.0.1:{port}; root {folder}/root; include {folder}/nginx.txt; }}
}}
"""

APACHE = """
ServerName localhost
Listen 127.0.0.1:{port}
PidFile {folder}/pid
ErrorLog {folder}/error
LoadModule mpm_event_module {modules}/mod_mpm_event.so
LoadModule authz_core_module {modules}/mod_authz_core.so
LoadModule dir_module {modules}/mod_dir.so
LoadModule mime_module {modules}/mod_mime.so
LoadModule headers_module {modules}/mod_headers.so
TypesConfig /etc/mime.types
{as_user}
DocumentRoot {folder}/root
<Directory {folder}/root>
  AllowOverride FileInfo
  Require all granted
</Directory>
"""
MODULES = "/usr/lib/apache2/modules"


@contextmanager
def nginx() -> Iterator[str]:
    """Run nginx; yield where the site starts."""
    program = _program("nginx", "nginx")
    with _site() as folder:
        shutil.copy(FILES / "nginx.txt", folder)
        who = "user root;" if os.geteuid() == 0 else ""
        port = _write(folder, NGINX, as_user=who)
        with _run(port, program, "-p", str(folder), "-c", str(folder / "settings")) as address:
            yield address


@contextmanager
def apache() -> Iterator[str]:
    """Run Apache; yield where the site starts."""
    program = _program("apache2", "apache2-bin")
    with _site() as folder:
        shutil.copy(FILES / "apache.txt", folder / "root" / SUB_PATH.strip("/") / ".htaccess")
        who = ""
        if os.geteuid() == 0:  # which Apache refuses to stay
            who = f"User {pwd.getpwnam('nobody').pw_name}\nGroup {grp.getgrgid(65534).gr_name}"
        port = _write(folder, APACHE, modules=MODULES, as_user=who)
        with _run(port, program, "-X", "-f", str(folder / "settings")) as address:
            yield address


def _program(name: str, package: str) -> str:
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if not found:
        leave_out(name, package)
    return str(found)


@contextmanager
def _site() -> Iterator[Path]:
    """Give a folder with the site in it, which any user may read."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        shutil.copytree(SITE, folder / "root" / SUB_PATH.strip("/"))
        yield folder


def _write(folder: Path, settings: str, **values: str) -> int:
    """Write a server's settings; return its port."""
    port = free_port()
    (folder / "settings").write_text(settings.format(folder=folder, port=port, **values))
    return port


@contextmanager
def _run(port: int, *command: str) -> Iterator[str]:
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True
    )
    try:
        until(lambda: _answers(port), f"{command[0]} answers")
        yield f"http://127.0.0.1:{port}{SUB_PATH}"
    finally:
        end(process)


def _answers(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
