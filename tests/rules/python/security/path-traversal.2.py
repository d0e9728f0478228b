"""Files over FastAPI, aiohttp and Django REST framework."""

from pathlib import Path

from aiohttp import web
from fastapi import FastAPI, HTTPException
from fastapi.responses import FileResponse
from rest_framework.response import Response
from rest_framework.views import APIView

app = FastAPI()
routes = web.RouteTableDef()
ROOT = Path("/srv/manuals")


@app.get("/manuals/{name:path}")
async def manual(name: str):
    return FileResponse(ROOT / name)  # finds: python.security.path-traversal


@app.get("/manuals/checked/{name:path}")
async def manual_checked(name: str):
    path = (ROOT / name).resolve()
    if not path.is_relative_to(ROOT):
        raise HTTPException(404)
    return FileResponse(path)  # ok: python.security.path-traversal


@app.get("/chapters/{number}")
async def chapter(number: int):
    return FileResponse(f"/srv/chapters/{number}.pdf")  # ok: python.security.path-traversal


@routes.get("/pictures/{name}")
async def picture(request: web.Request):
    return web.FileResponse(Path("/srv/pictures", request.match_info["name"]))  # finds: python.security.path-traversal


class Log(APIView):
    def get(self, request, service):
        with open(f"/var/log/{service}.log") as file:  # finds: python.security.path-traversal
            return Response(file.readlines())

    def post(self, request):
        name = Path(request.data["name"]).name
        with open(f"/var/log/{name}") as file:  # ok: python.security.path-traversal
            return Response(file.readlines())
