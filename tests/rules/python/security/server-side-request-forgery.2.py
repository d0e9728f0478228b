"""Hooks and mirrors over FastAPI and aiohttp."""

import aiohttp
import httpx
from aiohttp import web
from fastapi import FastAPI, HTTPException

app = FastAPI()
routes = web.RouteTableDef()
PARTNERS = {"north": "https://north.example.org", "south": "https://south.example.org"}


@app.post("/hooks")
async def hooks(address: str):
    async with httpx.AsyncClient() as client:
        answer = await client.post(address, json={"event": "order"})  # finds: python.security.server-side-request-forgery
    return {"status": answer.status_code}


@app.get("/partners/{name}")
async def partner(name: str):
    if name not in PARTNERS:
        raise HTTPException(404)
    async with httpx.AsyncClient() as client:
        answer = await client.get(PARTNERS[name] + "/stock")  # ok: python.security.server-side-request-forgery
    return answer.json()


@routes.get("/mirror")
async def mirror(request: web.Request):
    async with aiohttp.ClientSession() as client:
        async with client.get(request.query["page"]) as answer:  # finds: python.security.server-side-request-forgery
            return web.Response(body=await answer.read())


@routes.get("/tiles/{x}/{y}")
async def tiles(request: web.Request):
    x, y = request.match_info["x"], request.match_info["y"]
    async with aiohttp.ClientSession() as client:
        async with client.get(f"https://tiles.example.org/{x}/{y}.png") as answer:  # ok: python.security.server-side-request-forgery
            return web.Response(body=await answer.read())
