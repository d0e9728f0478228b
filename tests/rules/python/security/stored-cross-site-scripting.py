"""A guest book."""

import sqlite3

from flask import Flask, jsonify, render_template
from markupsafe import Markup, escape

app = Flask(__name__)


def notes():
    return sqlite3.connect("guests.db").execute("SELECT author, note FROM guests").fetchall()


@app.get("/")
def start():
    items = "".join(f"<li>{author}: {note}</li>" for author, note in notes())
    return f"<ul>{items}</ul>"  # finds: python.security.stored-cross-site-scripting


@app.get("/newest")
def newest():
    row = sqlite3.connect("guests.db").execute("SELECT note FROM guests ORDER BY id DESC").fetchone()
    return render_template("newest.html", note=Markup(row[0]))  # finds: python.security.stored-cross-site-scripting


@app.get("/escaped")
def escaped():
    items = "".join(f"<li>{escape(author)}: {escape(note)}</li>" for author, note in notes())
    return f"<ul>{items}</ul>"  # ok: python.security.stored-cross-site-scripting


@app.get("/api/notes")
def api_notes():
    return jsonify([[author, note] for author, note in notes()])  # ok: python.security.stored-cross-site-scripting


@app.get("/page")
def page():
    return render_template("notes.html", notes=notes())  # ok: python.security.stored-cross-site-scripting
