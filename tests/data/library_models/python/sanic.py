from html import escape

from sanic import Blueprint, Sanic
from sanic.response import file, html, json, redirect
from sanic.views import HTTPMethodView

app = Sanic("shop")
items = Blueprint("items")


@app.get("/hello/<name>")
async def hello(request, name):
    return html("<h1>" + name)  # finds: request > html, request > response


@app.get("/escaped")
async def escaped(request):
    return html("<h1>" + escape(request.args.get("name")))  # finds: request > response


@items.post("/go")
async def go(request):
    return redirect(request.form.get("next"))  # finds: request > redirect


@items.post("/own")
async def own(request):
    return redirect("/items/" + request.form.get("name"))  # ok


@items.get("/method")
async def method(request):
    return json({"method": request.method})  # ok


class Files(HTTPMethodView):
    async def get(self, request, name):
        return await file("files/" + name)  # finds: request > path

    async def helper(self, name):
        return await file("files/" + name)  # ok
