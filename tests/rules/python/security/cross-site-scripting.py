"""Pages of a forum."""

import html

import bleach
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.views import View
from flask import Flask, Response, jsonify, make_response, render_template, request
from markupsafe import Markup, escape

app = Flask(__name__)


def page(title, body):
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


@app.get("/search")
def search():
    return page("Search", "<h1>Results for " + request.args.get("q", "") + "</h1>")  # finds: python.security.cross-site-scripting


@app.get("/users/<name>")
def user(name):
    answer = make_response("<h1>%s</h1>" % name)
    answer.headers["Cache-Control"] = "no-store"
    return answer  # finds: python.security.cross-site-scripting


class Note(View):
    def get(self, request):
        text = request.GET.get("text", "")
        return HttpResponse(f"<p>{text}</p>")  # finds: python.security.cross-site-scripting


@login_required
def banner(request):
    return render(request, "banner.html", {"text": mark_safe(request.GET["text"])})  # finds: python.security.cross-site-scripting


@app.get("/search/escaped")
def search_escaped():
    return page("Search", f"<h1>Results for {escape(request.args.get('q', ''))}</h1>")  # ok: python.security.cross-site-scripting


@app.get("/search/template")
def search_template():
    return render_template("search.html", q=request.args.get("q", ""))  # ok: python.security.cross-site-scripting


@app.get("/api/search")
def api_search():
    return jsonify(q=request.args.get("q", ""))  # ok: python.security.cross-site-scripting


@app.get("/raw")
def raw():
    return Response(request.args["text"], mimetype="text/plain")  # ok: python.security.cross-site-scripting


@app.post("/preview")
def preview():
    return page("Preview", bleach.clean(request.form["text"]))  # ok: python.security.cross-site-scripting


@app.get("/tag/<int:number>")
def tag(number):
    return Markup("<b>{}</b>").format(request.args["name"]) + html.escape(str(number))  # ok: python.security.cross-site-scripting


class Safe(View):
    def get(self, request):
        if request.GET.get("as") == "json":
            return JsonResponse({"text": request.GET["text"]})  # ok: python.security.cross-site-scripting
        return HttpResponse(format_html("<p>{}</p>", request.GET["text"]))  # ok: python.security.cross-site-scripting
