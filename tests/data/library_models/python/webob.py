from html import escape

from pyramid.config import Configurator
from pyramid.httpexceptions import HTTPFound
from pyramid.response import FileResponse
from pyramid.view import view_config
from webob import Response
from webob.dec import wsgify


@wsgify
def hello(request):
    return Response("<h1>" + request.GET["name"])  # finds: request > html, request > response


@wsgify
def plain(request):
    return Response(request.params["name"], content_type="text/plain")  # finds: request > response


@wsgify
def escaped(request):
    response = Response("<h1>" + escape(request.POST["name"]))  # finds: request > response
    response.set_cookie("theme", "dark", secure=True, httponly=True)  # sets: cookie-secure = True, cookie-http-only = True
    return response


@view_config(route_name="go")
def go(request):
    return HTTPFound(location=request.matchdict["next"])  # finds: request > redirect


@view_config(route_name="own")
def own(request):
    return HTTPFound(location="/items/" + request.matchdict["id"])  # ok


@view_config(route_name="file")
def file(request):
    return FileResponse("files/" + request.cookies["file"])  # finds: request > path


@view_config(route_name="fixed")
def fixed(request):
    return FileResponse("files/fixed.txt")  # ok


def added(request):
    return HTTPFound(request.params["next"])  # finds: request > redirect


Configurator().add_view(added, route_name="added")


@view_config(route_name="data", renderer="json")
def data(request):
    return {"name": request.json_body["name"]}  # ok
