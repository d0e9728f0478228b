"""Small pages over FastAPI, aiohttp and Tornado."""

from html import escape

from aiohttp import web
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, PlainTextResponse
from tornado.escape import xhtml_escape
from tornado.web import RequestHandler

app = FastAPI()
routes = web.RouteTableDef()


@app.get("/hello", response_class=HTMLResponse)
async def hello(name: str):
    return HTMLResponse(f"<h1>Hello {name}</h1>")  # finds: python.security.cross-site-scripting


@app.get("/search")
async def search(request: Request):
    return HTMLResponse("<p>" + request.query_params["q"] + "</p>")  # finds: python.security.cross-site-scripting


@app.get("/plain")
async def plain(name: str):
    return PlainTextResponse("Hello " + name)  # ok: python.security.cross-site-scripting


@app.get("/json")
async def as_json(name: str):
    return {"name": name}  # ok: python.security.cross-site-scripting


@app.get("/escaped")
async def escaped(name: str):
    return HTMLResponse(f"<h1>Hello {escape(name)}</h1>")  # ok: python.security.cross-site-scripting


@routes.get("/users/{name}")
async def user(request: web.Request):
    name = request.match_info["name"]
    return web.Response(text=f"<h1>{name}</h1>", content_type="text/html")  # finds: python.security.cross-site-scripting


@routes.get("/users/{name}/plain")
async def user_plain(request: web.Request):
    return web.Response(text=request.match_info["name"])  # ok: python.security.cross-site-scripting


class Greeting(RequestHandler):
    def get(self):
        self.write("<h1>" + self.get_argument("name") + "</h1>")  # finds: python.security.cross-site-scripting

    def post(self):
        self.write("<h1>" + xhtml_escape(self.get_argument("name")) + "</h1>")  # ok: python.security.cross-site-scripting
