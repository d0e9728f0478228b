"""Tools over FastAPI and Django REST framework."""

import asyncio
import os
import shlex

from fastapi import FastAPI
from pydantic import BaseModel
from rest_framework.decorators import api_view
from rest_framework.response import Response

app = FastAPI()


class Job(BaseModel):
    source: str
    quality: int = 80


@app.post("/convert")
async def convert(job: Job):
    process = await asyncio.create_subprocess_shell(f"ffmpeg -i {job.source} out.mp4")  # finds: python.security.command-injection
    return {"status": await process.wait()}


@app.post("/convert/quoted")
async def convert_quoted(job: Job):
    process = await asyncio.create_subprocess_shell(f"ffmpeg -i {shlex.quote(job.source)} out.mp4")  # ok: python.security.command-injection
    return {"status": await process.wait()}


@app.post("/convert/list")
async def convert_list(job: Job):
    process = await asyncio.create_subprocess_exec("ffmpeg", "-i", job.source, "out.mp4")  # ok: python.security.command-injection
    return {"status": await process.wait()}


@api_view(["POST"])
def archive(request):
    return Response(os.system("tar czf /backup/all.tgz " + request.data["folder"]))  # finds: python.security.command-injection
