"""Repositories elsewhere by https, with and without credentials; the server is one of our own."""

import base64
import os
import shutil
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Protocol

import pytest

from xcodereviewer.domain.review import Target
from xcodereviewer.sources.git import GitTooSlow
from xcodereviewer.sources.remote import FetchFailed, RemoteLimits, open_git_url
from xcodereviewer.sources.selection import Selection

pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl makes the certificate")

SECRET = "hunter2-very-secret"
AUTHORIZATION = "Basic " + base64.b64encode(f"me:{SECRET}".encode()).decode()


class Repo(Protocol):
    path: Path

    def commit(self, files: Mapping[str, str | bytes] | None = None) -> str: ...


@dataclass(slots=True)
class Server:
    """What a Git server serves and has seen."""

    root: Path
    port: int = 0
    is_stopping: threading.Event = field(default_factory=threading.Event)
    command_lines: list[str] = field(default_factory=list)


def handler_of(server: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that it has there
            """Say nothing."""

        def do_GET(self) -> None:
            server.command_lines += running()
            if self.path.startswith("/slow/"):
                server.is_stopping.wait()
                return
            if self.path.startswith("/closed/") and self.headers["Authorization"] != AUTHORIZATION:
                self.send_response(401)
                self.send_header("WWW-Authenticate", 'Basic realm="x"')
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            if self.path.startswith("/moved/"):
                self.send_response(302)
                self.send_header("Location", f"http://127.0.0.1:{server.port}/" + self.path.removeprefix("/moved/"))
                self.send_header("Content-Length", "0")
                self.end_headers()
                return
            self._answer(self.path.removeprefix("/closed"))

        do_POST = do_GET  # noqa: N815

        def _answer(self, path: str) -> None:
            place, _, query = path.partition("?")
            environment = {
                "PATH": os.environ["PATH"],
                "GIT_CONFIG_GLOBAL": os.devnull,
                "GIT_PROJECT_ROOT": str(server.root),
                "GIT_HTTP_EXPORT_ALL": "1",
                "REQUEST_METHOD": self.command,
                "PATH_INFO": place,
                "QUERY_STRING": query,
                "CONTENT_TYPE": self.headers.get("Content-Type", ""),
                "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
                "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
            }
            body = self.rfile.read(int(self.headers.get("Content-Length", "0")))
            answer = subprocess.run(["git", "http-backend"], input=body, capture_output=True, env=environment)
            head, _, content = answer.stdout.partition(b"\r\n\r\n")
            lines = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if line)
            self.send_response(int(lines.pop("Status", "200 OK").split()[0]))
            for name, value in lines.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

    return Handler


def running() -> list[str]:
    lines = []
    for place in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            lines.append(place.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
        except OSError:
            continue
    return lines


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    certificate, key = tmp_path / "certificate.pem", tmp_path / "key.pem"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    named = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"]
    subprocess.run([*made, *named, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    server = Server(root=tmp_path)
    http = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(server))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    http.socket = context.wrap_socket(http.socket, server_side=True)
    server.port = http.server_port
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.is_stopping.set()
    http.shutdown()
    http.server_close()
    thread.join()


def opened(url: str, limits: RemoteLimits | None = None) -> tuple[Target, dict[str, bytes]]:
    with open_git_url(url, revision=None, selection=Selection(), limits=limits) as tree:
        return tree.target, {file.path: data for file, data in tree.texts()}


def test_a_repository_is_read_by_https(repo: Repo, server: Server) -> None:
    commit = repo.commit({"a.py": "1"})
    url = f"https://127.0.0.1:{server.port}/project/.git"
    assert opened(url) == (Target(kind="git", name=url, revision=commit), {"a.py": b"1"})


def test_credentials_open_the_door_and_are_seen_nowhere(repo: Repo, server: Server) -> None:
    commit = repo.commit({"a.py": "1"})
    place = f"127.0.0.1:{server.port}/closed/project/.git"
    target, texts = opened(f"https://me:{SECRET}@{place}")
    assert (target, texts) == (Target(kind="git", name=f"https://{place}", revision=commit), {"a.py": b"1"})
    token = AUTHORIZATION.removeprefix("Basic ")
    seen = [line for line in server.command_lines if "remote-https" in line]
    assert seen
    assert not [line for line in seen if SECRET in line or token in line]


def test_without_the_right_credentials_it_is_one_clear_error(repo: Repo, server: Server) -> None:
    repo.commit({"a.py": "1"})
    place = f"127.0.0.1:{server.port}/closed/project/.git"
    for credentials in ("", f"me:{SECRET}X@"):
        with pytest.raises(FetchFailed, match="could not be fetched") as caught:
            opened(f"https://{credentials}{place}")
        assert SECRET not in str(caught.value)
        assert "\n" not in str(caught.value)


def test_no_redirect_leads_to_an_unencrypted_connection(repo: Repo, server: Server) -> None:
    repo.commit({"a.py": "1"})
    with pytest.raises(FetchFailed):
        opened(f"https://127.0.0.1:{server.port}/moved/project/.git")


def test_a_server_that_says_nothing_is_waited_for_no_longer_than_allowed(server: Server) -> None:
    with pytest.raises(GitTooSlow, match="did not end within"):
        opened(f"https://127.0.0.1:{server.port}/slow/project/.git", RemoteLimits(timeout_s=0.3))


def test_a_certificate_that_is_not_known_is_refused(
    repo: Repo, server: Server, monkeypatch: pytest.MonkeyPatch, make_repo: Callable[..., Repo]
) -> None:
    repo.commit({"a.py": "1"})
    monkeypatch.delenv("SSL_CERT_FILE")
    monkeypatch.setenv("GIT_SSL_NO_VERIFY", "1")
    with pytest.raises(FetchFailed, match="certificate"):
        opened(f"https://127.0.0.1:{server.port}/project/.git")
