"""Nightly jobs of a forge."""

import shlex
import sqlite3
import subprocess


def mirror_all(path):
    db = sqlite3.connect(path)
    for row in db.execute("SELECT source, folder FROM mirrors").fetchall():
        subprocess.run(f"git -C {row[1]} pull {row[0]}", shell=True, check=False)  # finds: python.security.second-order-command-injection


def mirror_quoted(path):
    db = sqlite3.connect(path)
    for row in db.execute("SELECT source, folder FROM mirrors").fetchall():
        command = f"git -C {shlex.quote(row[1])} pull {shlex.quote(row[0])}"
        subprocess.run(command, shell=True, check=False)  # ok: python.security.second-order-command-injection


def notify(path, project):
    row = sqlite3.connect(path).execute("SELECT hook FROM projects WHERE id = ?", (project,)).fetchone()
    return subprocess.getoutput("notify " + row[0])  # finds: python.security.second-order-command-injection


def size_of(path, project):
    row = sqlite3.connect(path).execute("SELECT folder FROM projects WHERE id = ?", (project,)).fetchone()
    return subprocess.check_output(["du", "-s", "--", row[0]])  # ok: python.security.second-order-command-injection
