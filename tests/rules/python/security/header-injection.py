"""Downloads and their headers."""

from urllib.parse import quote

from django.http import HttpResponse
from django.views import View
from flask import Flask, Response, make_response, request

app = Flask(__name__)
TYPES = {"csv": "text/csv", "txt": "text/plain"}


@app.get("/export")
def export():
    answer = make_response("id,name\n")
    answer.headers["Content-Disposition"] = "attachment; filename=" + request.args["name"]  # finds: python.security.header-injection
    return answer


class Feed(View):
    def get(self, request):
        answer = HttpResponse("", content_type="text/plain")
        answer["X-Trace"] = request.GET["trace"]  # finds: python.security.header-injection
        return answer


@app.get("/language")
def language():
    answer = Response("", mimetype="text/plain")
    answer.headers["Content-Language"] = request.args.get("lang")  # finds: python.security.header-injection
    return answer


@app.get("/export/named")
def export_named():
    answer = make_response("id,name\n")
    answer.headers["Content-Disposition"] = "attachment; filename*=UTF-8''" + quote(request.args["name"])  # ok: python.security.header-injection
    return answer


@app.get("/typed")
def typed():
    answer = make_response("id,name\n")
    answer.headers["Content-Type"] = TYPES.get(request.args["type"], "text/plain")  # ok: python.security.header-injection
    return answer
