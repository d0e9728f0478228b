"""Greetings and letters made from templates."""

from django.http import HttpResponse
from django.template import Context, Template
from django.views import View
from flask import Flask, render_template, render_template_string, request
from jinja2 import Environment

app = Flask(__name__)
PAGE = "<h1>{{ title }}</h1><p>{{ text }}</p>"


@app.errorhandler(404)
def missing(error):
    page = "<h1>Nothing at " + request.full_path + "</h1>"
    return render_template_string(page), 404  # finds: python.security.template-injection


class Letter(View):
    def post(self, request):
        letter = Template("Dear {{ name }},\n" + request.POST["body"])  # finds: python.security.template-injection
        return HttpResponse(letter.render(Context({"name": "Ada"})), content_type="text/plain")


@app.post("/badge")
def badge():
    text = request.form["text"]
    return render_template_string(PAGE, title="Badge", text=text)  # ok: python.security.template-injection


@app.get("/profile/<name>")
def profile(name):
    return render_template("profile.html", name=name)  # ok: python.security.template-injection


@app.get("/report")
def report():
    template = Environment(autoescape=True).from_string(PAGE)  # ok: python.security.template-injection
    return template.render(title="Report", text=request.args["text"])
