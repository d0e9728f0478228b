import jinja2
from flask import Flask, request
from mako.template import Template as MakoTemplate

app = Flask(__name__)
escaping = jinja2.Environment(autoescape=True)  # sets: autoescape = True
plain = jinja2.Environment(loader=jinja2.FileSystemLoader("templates"))  # sets: autoescape = False


@app.route("/source")
def source():
    name = request.args["name"]
    jinja2.Template("Hello " + name)  # finds: request > template
    escaping.from_string("Hello " + name)  # finds: request > template
    MakoTemplate("Hello " + name)  # finds: request > template
    app.jinja_env.from_string(name)  # finds: request > template
    escaping.from_string("Hello {{ name }}").render(name=name)  # ok
    MakoTemplate(filename="hello.html").render(name=name)  # ok
    return plain.get_template("hello.html").render(name=name)  # ok


@app.route("/plain")
def unescaped():
    return jinja2.Template("Hello {{ name }}").render(name=request.args["name"])  # finds: request > html


@app.route("/mako")
def mako():
    return MakoTemplate("Hello ${name}").render(name=request.args["name"])  # finds: request > html
