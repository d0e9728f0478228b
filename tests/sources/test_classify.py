import random
import zlib

import pytest

from xcodereviewer.domain.language import Language
from xcodereviewer.sources.classify import language_of, reject_by_content, reject_by_path, tags_of
from xcodereviewer.sources.rejection import reject_by_siblings

K8S = b"apiVersion: apps/v1\nkind: Deployment\n"


@pytest.mark.parametrize(
    ("path", "head", "expected"),
    [
        ("a.py", b"", Language.PYTHON),
        ("A.PY", b"", Language.PYTHON),
        ("x/app.jsx", b"", Language.JAVASCRIPT),
        ("app.tsx", b"", Language.TSX),
        ("app.d.mts", b"", Language.TYPESCRIPT),
        ("de.ts", b"\xef\xbb\xbf<?xml version='1.0'?>\n<!DOCTYPE TS>", Language.TEXT),
        ("a.h", b"#include <stdio.h>\nint f(void);\n", Language.C),
        ("a.h", b"/* the class of\n   this thing */\nstruct a { int b; };\n", Language.C),
        ("a.h", b"#pragma once\nnamespace x::y {\n", Language.CPP),
        ("a.h", b"class Widget : public Base {\n", Language.CPP),
        ("a.h", b"class EXPORT Widget final {\n", Language.CPP),
        ("a.h", b"#include <vector>\n", Language.CPP),
        ("a.C", b"", Language.CPP),
        ("Dockerfile", b"", Language.DOCKERFILE),
        ("x/Dockerfile.prod", b"", Language.DOCKERFILE),
        ("web.dockerfile", b"", Language.DOCKERFILE),
        ("Containerfile", b"", Language.DOCKERFILE),
        ("dockerfile.py", b"", Language.PYTHON),
        (".github/workflows/ci.yml", b"on: push\n", Language.GITHUB_ACTIONS),
        ("sub/.github/workflows/ci.yaml", b"", Language.GITHUB_ACTIONS),
        (".github/workflows/sub/ci.yml", b"", Language.YAML),
        ("action.yml", b"name: x\nruns:\n  using: node20\n", Language.GITHUB_ACTIONS),
        ("action.yml", b"name: x\n", Language.YAML),
        ("docker-compose.yml", b"", Language.COMPOSE),
        ("docker-compose.override.yaml", b"", Language.COMPOSE),
        ("compose.prod.yml", b"", Language.COMPOSE),
        ("composed.yml", b"", Language.YAML),
        ("deploy.yaml", K8S, Language.KUBERNETES),
        ("deploy.yaml", b"# c\n---\n" + K8S, Language.KUBERNETES),
        ("values.yaml", b"x:\n  apiVersion: v1\n  kind: Pod\n", Language.YAML),
        ("deploy.yaml", K8S.decode().encode("utf-16"), Language.KUBERNETES),
        ("run", b"#!/bin/sh\n", Language.SHELL),
        ("run", b"#!/usr/bin/env python3.11\n", Language.PYTHON),
        ("run", b"#! /usr/bin/env -S FOO=1 node --x\n", Language.JAVASCRIPT),
        ("run", b"#!/usr/bin/env -S\n", Language.TEXT),
        ("run", b"#!/usr/bin/perl -w\n", Language.TEXT),
        ("run", b"#!\n", Language.TEXT),
        ("run.wrapper", b"#!/usr/bin/ruby\n", Language.RUBY),
        ("install.module", b"<?php\n", Language.PHP),
        ("Gemfile", b"", Language.RUBY),
        (".bashrc", b"", Language.SHELL),
        (".env", b"", Language.TEXT),
        (".env.production", b"", Language.TEXT),
        ("main.tf", b"", Language.TEXT),
        ("pom.xml", b"", Language.TEXT),
        ("page.html.j2", b"", Language.HTML),
        ("page.jinja2", b"", Language.HTML),
        ("c.jinja", b"", Language.HTML),
        ("page.djhtml", b"", Language.HTML),
        ("nginx.conf.j2", b"", Language.TEXT),
        ("motd.j2", b"", Language.TEXT),
        ("mail.txt.jinja2", b"", Language.TEXT),
        ("id_rsa", b"-----BEGIN", Language.TEXT),
        ("a.sql", b"", Language.SQL),
        ("a.vue", b"", Language.HTML),
        ("logo.PNG", b"", None),
        ("font.woff2", b"", None),
        ("", b"", Language.TEXT),
        ("a/", b"", Language.TEXT),
        ("a.", b"", Language.TEXT),
    ],
)
def test_language_is_told_by_name_and_content(path: str, head: bytes, expected: Language | None) -> None:
    assert language_of(path, head) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("tests/a.py", {"test"}),
        ("src/test/java/a/B.java", {"test"}),
        ("a/test_b.py", {"test"}),
        ("a/b_test.go", {"test"}),
        ("a/conftest.py", {"test"}),
        ("a/b.spec.ts", {"test"}),
        ("a/b.test.jsx", {"test"}),
        ("a/UserServiceTest.java", {"test"}),
        ("a/Latest.java", set()),
        ("a/b_spec.rb", {"test"}),
        ("spec/fixtures/a.json", {"test"}),
        ("examples/a.py", {"example"}),
        ("docs/config.rst", {"example"}),
        ("README.MD", {"example"}),
        ("tests/README.md", {"example", "test"}),
        ("Examples/tests/a.py", {"example", "test"}),
        ("src/main/resources/app.properties", {"settings"}),
        ("src/test/resources/app.properties", {"settings", "test"}),
        ("tools/go.mod", {"go-module"}),
        ("tools/other-go.mod", set()),
        ("src/a.py", set()),
        ("src/contest.py", set()),
        ("src/attest_b.py", set()),
        ("testing/a.py", set()),
        ("test", set()),
    ],
)
def test_tags_say_what_the_place_says(path: str, expected: set[str]) -> None:
    assert tags_of(path) == expected


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        (".git/", "version control's own files"),
        (".git", "version control's own files"),
        ("x/node_modules/", "installed packages"),
        ("__pycache__/", "a tool's cache"),
        ("third_party/", "third-party code"),
        ("pip/_vendor/", "third-party code"),
        ("vendor/", None),
        ("shop/vendor/", None),
        ("shop/vendor/models.py", None),
        ("vendor/github.com/", "third-party code"),
        ("vendor/bundle/", "third-party code"),
        ("app/static/vendor/", "third-party code"),
        ("app/public/base/vendor/", "third-party code"),
        ("shop/wwwroot/lib/", "third-party code"),
        ("shop/static/js/libs/", "third-party code"),
        ("shop/libs/", None),
        ("shop/plugins/", None),
        ("build/", None),
        ("src/build/", None),
        ("build/lib/", "built from other files"),
        ("dist/", "built from other files"),
        ("packages/a/dist/", "built from other files"),
        ("src/dist/", None),
        ("a.egg-info/", "built from other files"),
        ("logo.png", "an image"),
        ("a.pyc", "compiled code"),
        ("x/package-lock.json", "a lock file"),
        ("Cargo.lock", "a lock file"),
        ("go.sum", "a lock file"),
        ("jquery.min.js", "minified"),
        ("a-min.css", "minified"),
        ("admin.js", None),
        ("app.js.map", "a source map"),
        ("world.map", None),
        ("tests/", None),
        ("src/a.py", None),
    ],
)
def test_place_that_is_not_the_projects_own_is_rejected(path: str, reason: str | None) -> None:
    assert reject_by_path(path) == reason


@pytest.mark.parametrize(
    ("folder", "names", "reason"),
    [
        ("env/", {"pyvenv.cfg", "bin"}, "a virtual environment"),
        ("x/target/", {"CACHEDIR.TAG"}, "a tool's cache"),
        ("vendor/", {"modules.txt", "x"}, "third-party code"),
        ("lib/vendor/", {"autoload.php"}, "third-party code"),
        ("vendors/", {"autoload.php"}, None),
        ("vendor/", {"v.py"}, "third-party code"),
        ("vendor/", {"models.py", "v.py"}, None),
        ("vendor/", {"vendor.service.ts"}, None),
        ("shop/vendor/", {"v.py"}, None),
        ("build/", {"CMakeCache.txt"}, "built from other files"),
        ("build/", {"build.py", "webpack.config.js"}, None),
        ("src/", {"a.py"}, None),
    ],
)
def test_folder_is_rejected_by_what_is_in_it(folder: str, names: set[str], reason: str | None) -> None:
    assert reject_by_siblings(folder, names) == reason


RANDOM = random.Random(7).randbytes(4_000)
LINE = b"function f(a,b){return a+b};" * 100
LFS_POINTER = b"version https://git-lfs.github.com/spec/v1\noid sha256:" + b"4d7a" * 16 + b"\nsize 12345\n"
BY_HEADER = "generated: a comment at its top says so"


@pytest.mark.parametrize(
    ("path", "data", "reason"),
    [
        ("a.dat", RANDOM, "binary"),
        ("a.dat", zlib.compress(bytes(range(256)) * 99 + RANDOM), "binary"),
        ("a", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0" * 20, "binary"),
        ("a.php", b"<?php $a = 'x\0y'; ?>\n" * 30, None),
        ("a.py", b"x = 1\n\0", None),
        ("a.py", "print('é')\n".encode("utf-16"), None),
        ("a.py", "# 余额\n".encode("gbk") * 50, None),
        ("a.txt", b"\x1b[31mred\x1b[0m\n" * 50, None),
        ("a.png", b"<?php\n", "an image"),
        ("a.js", LINE * 3, "minified: most of it stands in very long lines"),
        ("a.css", b"/*! licence */\n" * 5 + b"a{b:c}" * 2_000, "minified: most of it stands in very long lines"),
        ("a.js", b"const a = 1;\n" * 200 + LINE[:2_000] + b"\n", None),
        ("a.js", b"f();\n" * 100 + b"//# sourceMappingURL=data:application/json;base64," + b"A" * 200_000, None),
        ("a.js", b"f();" * 100, None),
        ("a.py", LINE, None),
        ("a.txt", b"x" * 100_001, "it has a line of 100,001 bytes"),
        ("a.txt", b"x" * 100_000 + b"\r" + b"y" * 9, None),
        ("a.py", LFS_POINTER, "a Git LFS pointer: its content is not here"),
        ("a.json", b'{"version":3,"sources":[],"mappings":"AAAA"}', "a source map"),
        ("a.go", b"// Code generated by protoc-gen-go. DO NOT EDIT.\n\npackage a\n", BY_HEADER),
        ("a.py", b"# -*- coding: utf-8 -*-\n# Generated by the protocol buffer compiler.  DO NOT EDIT!\n", BY_HEADER),
        ("a.cs", b"//----\n// <auto-generated>\n//  x\n", BY_HEADER),
        ("a.js", b"/**\n * @generated SignedSource<<x>>\n */\n", BY_HEADER),
        ("a.java", b"/*\n   This file was generated by X.\n   Do not edit.\n*/\n", BY_HEADER),
        ("a.h", b"\n/* This file is automatically generated by gperf */\n", BY_HEADER),
        ("a.py", b"'''Docs.'''\nHEADER = '# @generated DO NOT EDIT'\n", None),
        ("a.py", b"import os\n# Code generated by x. DO NOT EDIT.\n", None),
        ("a.py", b"# DO NOT EDIT without asking Ann\n", None),
        ("a.py", b"# How ids are generated, and why.\n", None),
        ("a.py", b"# user@generated.example\n", None),
        ("a.py", b"", None),
    ],
)
def test_content_that_no_person_wrote_or_reads_is_rejected(path: str, data: bytes, reason: str | None) -> None:
    assert reject_by_content(path, data) == reason
