"""How somebody comes in."""

from aiohttp import web
from aiohttp_session import get_session, new_session
from django.contrib.auth import authenticate
from django.contrib.auth import login as enter
from django.http import JsonResponse
from django.urls import path
from shop.users import find

routes = web.RouteTableDef()


@routes.post("/login")
async def login(request):
    form = await request.post()
    user = await find(form["name"])
    if not user.check_password(form["password"]):
        raise web.HTTPForbidden()
    session = await get_session(request)
    session["user_id"] = user.id  # finds: python.security.session-fixation
    return web.Response()


@routes.post("/v2/login")
async def fresh(request):
    form = await request.post()
    user = await find(form["name"])
    if not user.check_password(form["password"]):
        raise web.HTTPForbidden()
    session = await new_session(request)
    session["user_id"] = user.id  # ok: python.security.session-fixation
    return web.Response()


def kept(request):
    user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
    request.session["user_id"] = user.id  # finds: python.security.session-fixation
    return JsonResponse({"ok": True})


def cycled(request):
    user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
    request.session.cycle_key()
    request.session["user_id"] = user.id  # ok: python.security.session-fixation
    return JsonResponse({"ok": True})


def proper(request):
    user = authenticate(request, username=request.POST["name"], password=request.POST["password"])
    enter(request, user)
    request.session["basket"] = []  # ok: python.security.session-fixation
    return JsonResponse({"ok": True})


urlpatterns = [path("kept/", kept), path("cycled/", cycled), path("proper/", proper)]
