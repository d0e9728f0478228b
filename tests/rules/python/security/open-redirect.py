"""Where people land after they signed in."""

from urllib.parse import urlparse

from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect as to
from django.utils.http import url_has_allowed_host_and_scheme
from django.views import View
from flask import Flask, redirect, request, url_for

app = Flask(__name__)
PLACES = {"basket": "/basket", "orders": "/orders"}


@app.post("/login")
def login():
    target = request.args.get("next") or url_for("start")
    return redirect(target)  # finds: python.security.open-redirect


class Logout(View):
    def get(self, request):
        return HttpResponseRedirect(request.GET["next"])  # finds: python.security.open-redirect


@login_required
def back(request):
    return to(request.META.get("HTTP_REFERER", "/"))  # finds: python.security.open-redirect


@app.get("/go")
def go():
    return redirect("https://" + request.args["host"] + "/welcome")  # finds: python.security.open-redirect


@app.get("/start")
def start():
    return redirect(url_for("item", number=request.args["number"]))  # ok: python.security.open-redirect


@app.get("/place")
def place():
    return redirect(PLACES.get(request.args["to"], "/"))  # ok: python.security.open-redirect


@app.get("/search")
def search():
    return redirect("/results?q=" + request.args["q"])  # ok: python.security.open-redirect


class Login(View):
    def post(self, request):
        target = request.POST["next"]
        if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
            target = "/"
        return HttpResponseRedirect(target)  # ok: python.security.open-redirect


@app.get("/parsed")
def parsed():
    target = request.args["next"]
    if urlparse(target).netloc != "":
        target = "/"
    return redirect(target)  # ok: python.security.open-redirect
