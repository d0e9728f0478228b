import os

from fastapi import APIRouter, Depends, FastAPI, Request, UploadFile, WebSocket
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response
from fastapi.templating import Jinja2Templates
from pydantic import BaseModel
from sqlalchemy import text
from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint
from starlette.routing import Route

from shop.database import get_session

app = FastAPI(debug=True)  # sets: debug = True
router = APIRouter()
templates = Jinja2Templates(directory="templates")


class Item(BaseModel):
    name: str
    count: int


@app.get("/hello")
async def hello(name: str):
    return HTMLResponse("<h1>" + name + "</h1>")  # finds: request > html, request > response


@app.get("/plain")
async def plain(name: str):
    return {"name": name}  # ok


@app.get("/template")
async def template(request: Request, name: str):
    return templates.TemplateResponse(request, "hello.html", {"name": name})  # ok


@router.post("/items")
async def create(item: Item, session=Depends(get_session)):
    session.execute(text("INSERT INTO item VALUES ('" + item.name + "')"))  # finds: request > sql
    session.execute(text("INSERT INTO item VALUES (:name)"), {"name": item.name})  # ok
    session.execute(text(f"INSERT INTO item VALUES ({item.count})"))  # spurious: request > sql


@router.get("/go")
async def go(request: Request):
    return RedirectResponse(request.query_params["next"])  # finds: request > redirect


@router.get("/depends")
async def depends(user=Depends(get_session)):
    return RedirectResponse(user.home)  # ok


@app.get("/files/{name}")
async def file(name: str):
    return FileResponse("files/" + name)  # finds: request > path


@app.get("/base/{name}")
async def base(name: str):
    return FileResponse("files/" + os.path.basename(name))  # ok


@app.post("/upload")
async def upload(file: UploadFile):
    with open("uploads/" + file.filename, "wb") as kept:  # finds: request > path-write
        kept.write(await file.read())


@app.post("/body")
async def body(request: Request):
    data = await request.json()
    return Response(data["page"], media_type="text/html")  # finds: request > html, request > response


@app.post("/text")
async def as_text(request: Request):
    return Response(await request.body(), media_type="text/plain")  # finds: request > response


@app.websocket("/ws")
async def chat(socket: WebSocket):
    os.system(await socket.receive_text())  # finds: request > command


class Page(HTTPEndpoint):
    async def get(self, request):
        response = JSONResponse({"agent": request.headers["user-agent"]})  # finds: request > response
        response.set_cookie("theme", "dark", secure=True, httponly=True)  # sets: cookie-secure = True, cookie-http-only = True
        return response


async def routed(request):
    return HTMLResponse(request.path_params["name"])  # finds: request > html, request > response


application = Starlette(routes=[Route("/routed/{name}", routed)])


def not_a_view(name: str):
    return HTMLResponse(name)  # ok
