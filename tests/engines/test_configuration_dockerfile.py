"""Dockerfiles become trees in which every character knows its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xcodereviewer.engines.configuration_dockerfile import read_dockerfile
from xcodereviewer.engines.configuration_path import Look, parse_path
from xcodereviewer.engines.configuration_tree import Entry, Node, Place


def texts(source: str, path: str) -> list[str]:
    documents = read_dockerfile(source)
    root = Place(entry=Entry(node=documents.roots[0]))
    return [place.node.text for place in parse_path(path, ()).places(root, Look(root=root, named={}))]


def test_stages_know_their_names_images_and_parents() -> None:
    source = "FROM golang:1.23 AS build\nFROM scratch as out\nFROM BUILD\nFROM 1\n"
    assert texts(source, "stages[*].image") == ["golang:1.23", "scratch"]
    assert texts(source, "stages[*].name") == ["build", "out"]
    assert texts(source, "stages[*].parent") == ["BUILD", "1"]
    assert texts(source, "stages[2].origin") == ["golang:1.23"]
    assert texts(source, "final.origin") == ["scratch"]


def test_user_of_a_stage_is_the_last_one_or_that_of_the_stage_below() -> None:
    source = "FROM a AS base\nUSER root\nUSER app\nFROM base AS mid\nFROM mid\nRUN id\n"
    assert texts(source, "final.runs-as") == ["app"]
    assert texts("FROM a AS base\nUSER app\nFROM b\n", "final.runs-as") == []


def test_known_arguments_are_put_in_and_unknown_ones_stay() -> None:
    source = """\
ARG VERSION=3.12
ARG REGISTRY
FROM ${REGISTRY}/python:${VERSION}-${FLAVOUR:-slim}
ARG VERSION
ARG NAME="app"
ENV HOME=/home/$NAME DIR=/srv
USER ${NAME}
COPY $DIR/${VERSION}/x $OTHER/y $HOME/
"""
    assert texts(source, "final.image") == ["${REGISTRY}/python:3.12-slim"]
    assert texts(source, "final.runs-as") == ["app"]
    assert texts(source, "final.copy[*].sources[*]") == ["/srv/3.12/x", "$OTHER/y"]
    assert texts(source, "final.copy[*].target") == ["/home/app/"]


def test_continued_lines_are_joined_without_comments_and_empty_lines() -> None:
    source = "FROM a\nRUN one \\\n  # no \\\n\n  && two\\\nthree; (four | five) && if six; then seven; fi\n"
    assert texts(source, "final.run[*].commands[*]") == ["one", "twothree", "four", "five", "six", "seven", "fi"]


def test_escape_directive_changes_what_continues_a_line() -> None:
    source = "# syntax=docker/dockerfile:1\n# escape=`\nFROM a\nRUN dir C:\\\nRUN one `\n  two\n"
    assert texts(source, "final.run[*].text") == ["dir C:\\", "one   two"]


def test_directive_behind_a_comment_is_a_comment() -> None:
    assert texts("# a comment\n# escape=`\nFROM a\nRUN one \\\n two\n", "final.run[*].text") == ["one  two"]


def test_here_document_that_a_shell_runs_is_commands() -> None:
    source = "FROM a\nRUN <<EOF\nset -e\n# no\napt-get update\nEOF\nRUN bash <<-'E'\n\tone\n\tE\nUSER app\n"
    assert texts(source, "final.run[*].commands[*]") == ["<<EOF", "set -e", "apt-get update", "bash <<-'E'", "one"]
    assert texts(source, "final.runs-as") == ["app"]


@pytest.mark.parametrize(
    "body",
    [
        "RUN cat > /x <<EOF\nUSER root\nEOF",
        "COPY <<EOF /x\nUSER root\nEOF",
        "RUN <<EOF\n#!/usr/bin/python3\nUSER root\nEOF",
    ],
)
def test_here_document_that_is_content_is_passed_over(body: str) -> None:
    source = f"FROM a\n{body}\nWORKDIR /y\n"
    assert texts(source, "final.user[*].text") == []
    assert texts(source, "final.workdir[*].text") == ["/y"]
    assert "USER" not in "".join(texts(source, "final.run[*].commands[*]"))


def test_here_document_without_its_end_is_a_gap() -> None:
    documents = read_dockerfile("FROM a\nRUN <<EOF\nUSER app\n")
    assert documents.gap == "line 2 does not parse"
    assert texts("FROM a\nRUN <<EOF\nUSER app\n", "final.runs-as") == ["app"]


def test_flags_lists_and_pairs_are_read() -> None:
    source = """\
FROM --platform=linux/arm64 a
COPY --from=build --chown=1:1 ["a b", "c", "/d/"]
RUN --mount=type=cache,target=/x ["sh", "-c", "one && two"]
ENV A="x y" B='z' C=1
ENV OLD the whole rest
LABEL only="one"
ONBUILD USER root
"""
    assert texts(source, "final.from[*].flags.platform") == ["linux/arm64"]
    assert texts(source, "final.copy[*].flags.*") == ["build", "1:1"]
    assert texts(source, "final.copy[*].sources[*]") == ["a b", "c"]
    assert texts(source, "final.run[*].flags.mount") == ["type=cache,target=/x"]
    assert texts(source, "final.run[*].commands[*]") == ["one", "two"]
    assert texts(source, "final.env[*].pairs.~") == ["A", "B", "C", "OLD"]
    assert texts(source, "final.env[*].pairs.*") == ["x y", "z", "1", "the whole rest"]
    assert texts(source, "final.onbuild[*].user.text") == ["root"]
    assert texts(source, "final.runs-as") == []


def test_file_without_from_cannot_be_looked_at() -> None:
    documents = read_dockerfile("# nothing\nRUN one\n")
    assert (documents.roots, documents.gap) == ((), "it has no FROM instruction")


def test_line_that_is_no_instruction_is_a_gap() -> None:
    assert read_dockerfile("FROM a\n&& b\nRUN c\n").gap == "line 2 does not parse"


def check_places(source: str) -> None:
    pending: list[Node] = list(read_dockerfile(source).roots)
    while pending:
        node = pending.pop()
        assert 0 <= node.start <= node.end <= len(source)
        for offset, character in enumerate(node.stretch.text if node.stretch else ""):
            assert source[node.stretch.source(offset)] == character  # type: ignore[union-attr] # a character says it is there
        pending += [entry.node for entry in node.entries]


def test_every_character_knows_where_it_stands() -> None:
    check_places(
        'FROM a AS b\r\nENV A="x" B=é\r\nRUN one \\\r\n # c\r\n && two <<E\r\nthree\r\nE\r\nCOPY ["a", "b"]\r\n'
    )


@given(st.text(alphabet=st.sampled_from(list("FROM aRUNENV=<<E\\\n\"' #[]$-{}|&;()\t`")), max_size=80))
def test_no_text_breaks_the_reader(text: str) -> None:
    check_places(text)
    check_places(f"FROM a\nRUN {text}\nENV {text}\nCOPY {text}\nARG {text}\nONBUILD {text}\nUSER {text}")
