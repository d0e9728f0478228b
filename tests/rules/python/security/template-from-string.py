import jinja2
from flask import Flask, render_template_string, request

app = Flask(__name__)


@app.get("/hello")
def hello():
    return render_template_string(f"<h1>Hello {request.args['name']}</h1>")  # finds: python.security.template-from-string


@app.get("/preview")
def preview():
    template = request.args.get("template")
    return render_template_string(template)  # finds: python.security.template-from-string


@app.errorhandler(404)
def not_found(error):
    page = "<h1>%s was not found</h1>" % request.url
    return render_template_string(page), 404  # finds: python.security.template-from-string


def mail(env, user):
    return env.from_string("Dear " + user.name).render()  # finds: python.security.template-from-string


@app.get("/safe")
def safe():
    render_template_string("<h1>Hello {{ name }}</h1>", name=request.args["name"])  # ok: python.security.template-from-string
    return jinja2.Template("Hello {{ name }}").render(name=request.args["name"])  # ok: python.security.template-from-string


def color(value):
    return Color.from_string("#" + value)  # ok: python.security.template-from-string


def stored(row):
    return render_template_string(row.template)  # missing: python.security.template-from-string
