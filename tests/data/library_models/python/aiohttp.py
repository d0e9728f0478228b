import aiohttp
import aiohttp_jinja2
from aiohttp import web
from aiohttp_session import get_session
from aiohttp_session.redis_storage import RedisStorage
from markupsafe import escape

routes = web.RouteTableDef()
application = web.Application(debug=True)  # sets: debug = True
aiohttp_jinja2.setup(application, autoescape=False)  # sets: autoescape = False
storage = RedisStorage(None, httponly=False)  # sets: cookie-http-only = False, cookie-secure = False


@routes.get("/hello")
async def hello(request):
    return web.Response(text="<h1>" + request.query["name"], content_type="text/html")  # finds: request > html, request > response


@routes.get("/plain")
async def plain(request):
    return web.Response(text=request.query["name"])  # finds: request > response


@routes.get("/escaped/{name}")
async def escaped(request):
    page = str(escape(request.match_info["name"]))
    return web.Response(text=page, content_type="text/html")  # finds: request > response


@routes.get("/go")
async def go(request):
    raise web.HTTPFound(request.query["next"])  # finds: request > redirect


async def home(request: web.Request):
    raise web.HTTPFound("/home?" + request.query_string)  # ok


@routes.post("/proxy")
async def proxy(request):
    data = await request.post()
    async with aiohttp.ClientSession() as session:
        async with session.get(data["url"], ssl=False) as answer:  # finds: request > url  # sets: tls-verification = False
            return web.Response(text=await answer.text(), content_type="text/html")  # finds: network > html, network > response


@routes.post("/own")
async def own(request):
    data = await request.json()
    async with aiohttp.ClientSession() as session:
        await session.post("https://example.org/items", json=data)  # ok  # sets: tls-verification = True
    return web.json_response({"done": True})  # ok


@routes.post("/keep")
async def keep(request):
    session = await get_session(request)
    session["visits"] = 1  # ok
    session["colour"] = (await request.post())["colour"]  # finds: request > session, request > token
    return web.FileResponse("files/" + request.cookies["file"])  # finds: request > path


async def added(request):
    raise web.HTTPFound(request.query["next"])  # finds: request > redirect


async def listed(request):
    raise web.HTTPFound(request.headers["Referer"])  # finds: request > redirect


def routes_of(app: web.Application):
    app.router.add_get("/added", added)
    app.router.add_routes([web.post("/listed", listed)])


class Items(web.View):
    async def get(self):
        raise web.HTTPSeeOther(self.request.query["next"])  # finds: request > redirect
