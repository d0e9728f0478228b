import base64
import configparser
import html
import io
import ipaddress
import os
import urllib.parse
import uuid
from string import Template

import bleach
import markdown
from flask import Flask, request
from markupsafe import Markup, escape

app = Flask(__name__)


@app.route("/escaped/<int:number>")
def escaped(number):
    name = request.args["name"]
    parts = [html.escape(name), bleach.clean(name), escape(name), urllib.parse.quote(name), Markup("<b>{}</b>").format(name)]
    return "".join(parts)  # ok


@app.route("/decoded")
def decoded():
    name = request.args["name"]
    return base64.b64decode(urllib.parse.unquote(name))  # finds: request > html


@app.route("/page")
def page():
    return markdown.markdown(request.args["text"])  # finds: request > html


@app.route("/template")
def template():
    return Template("Hello $name").substitute(name=request.args["name"])  # finds: request > html


@app.route("/marked")
def marked():
    return Markup("<b>" + request.args["name"])  # finds: request > html


@app.route("/percent")
def percent():
    return Markup("<b>%s</b>") % request.args["name"]  # spurious: request > html


@app.route("/casts")
def casts():
    host = request.args["host"]
    os.system("ping " + html.escape(host))  # finds: request > command
    os.system(f"ping {ipaddress.ip_address(host)}")  # ok
    os.system(f"show {uuid.UUID(request.args['id'])}")  # ok
    return "done"


@app.route("/buffer")
def buffer():
    made = io.StringIO()
    made.write("<b>")
    fixed = made.getvalue()
    made.write(request.args["name"])
    return made.getvalue() if fixed else ""  # finds: request > html


@app.route("/settings")
def settings():
    kept = configparser.ConfigParser()
    kept.set("one", "name", request.args["name"])
    kept.set("one", "other", "fixed")
    os.system(kept.get("one", "other"))  # ok
    return kept.get("one", "name")  # finds: request > html
