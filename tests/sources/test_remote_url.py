"""Addresses that are gone to, and those that are not."""

import pytest

from xcodereviewer.sources.remote_url import BadGitUrl, GitUrl, Protocol, looks_like_git_url, parse_git_url


def https(address: str, user: str = "", password: str = "") -> GitUrl:
    return GitUrl(protocol=Protocol.HTTPS, address=address, shown=address, user=user, password=password)


def ssh(address: str) -> GitUrl:
    return GitUrl(protocol=Protocol.SSH, address=address, shown=address)


def local(path: str, shown: str) -> GitUrl:
    return GitUrl(protocol=Protocol.FILE, address=path, shown=shown, path=path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://example.org/a/b.git", https("https://example.org/a/b.git")),
        ("https://example.org:8443/a", https("https://example.org:8443/a")),
        ("https://me:p%40ss@example.org/a", https("https://example.org/a", "me", "p@ss")),
        ("https://token@example.org/a", https("https://example.org/a", "token")),
        ("https://[::1]:1/a", https("https://[::1]:1/a")),
        ("ssh://git@example.org:22/a", ssh("ssh://git@example.org:22/a")),
        ("git@example.org:a/b.git", ssh("git@example.org:a/b.git")),
        ("file:///srv/caf%C3%A9.git/", local("/srv/café.git/", shown="café.git")),
    ],
)
def test_an_address_is_taken_apart(text: str, expected: GitUrl) -> None:
    assert parse_git_url(text) == expected
    assert looks_like_git_url(text)


@pytest.mark.parametrize(
    "text",
    [
        "ext::sh -c touch% canary",
        "ext::sh",
        "fd::17",
        "https::https://example.org/a",
        "--upload-pack=touch canary",
        "-oProxyCommand=x",
        "ssh://-oProxyCommand=x/a",
        "ssh://git@-oProxyCommand=x/a",
        "ssh://-oProxyCommand=x@example.org/a",
        "git@-oProxyCommand=x:a",
        "-x@example.org:a",
        "git@example.org:-a",
        "ssh://git:secret@example.org/a",
        "http://example.org/a",
        "git://example.org/a",
        "ftp://example.org/a",
        "javascript://example.org/a",
        "https://example.org",
        "https:///a",
        "https://example.org:port/a",
        "https://example.org/a?token=secret",
        "https://example.org/a#main",
        "https://example.org/a\n",
        "https://example.org/a b",
        "https://exa\x00mple.org/a",
        "https://me:secret%0a@example.org/a",
        "https://[::1/a",
        "file://example.org/a",
        "file:relative",
        "file:///",
        "file:///a%00b",
        "example.org/a",
        "",
    ],
)
def test_any_other_address_is_one_clear_error_without_its_secrets(text: str) -> None:
    with pytest.raises(BadGitUrl) as caught:
        parse_git_url(text)
    message = str(caught.value)
    assert message.startswith("This Git URL is not fetched: ")
    assert "secret" not in message
    assert "\n" not in message


@pytest.mark.parametrize("text", [".", "src", "a/b.zip", "/abs", "C:\\x", "me@home", "a:b", "user@host/path:x", "-x"])
def test_paths_are_not_taken_for_addresses(text: str) -> None:
    assert not looks_like_git_url(text)


@pytest.mark.parametrize("text", ["ext::sh", "http://example.org/a", "weird+thing://x"])
def test_bad_addresses_are_told_from_paths(text: str) -> None:
    assert looks_like_git_url(text)


def test_secrets_are_not_in_what_is_printed() -> None:
    assert "secret" not in repr(parse_git_url("https://me:secret@example.org/a"))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("ext::sh -c x", "an address with '::' names a program to run"),
        ("--upload-pack=touch x", "it begins with '-'"),
        ("http://example.org/a", "http is not encrypted"),
        ("https://example.org/a b", "it holds a blank or a control character"),
    ],
)
def test_the_error_says_what_is_wrong_first(text: str, problem: str) -> None:
    with pytest.raises(BadGitUrl, match=problem):
        parse_git_url(text)
