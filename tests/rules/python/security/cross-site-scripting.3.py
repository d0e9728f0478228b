from enum import StrEnum
from typing import Literal

from fastapi import FastAPI
from fastapi.responses import HTMLResponse

app = FastAPI()
Theme = Literal["light", "dark"]


class Size(StrEnum):
    SMALL = "small"
    LARGE = "large"


@app.get("/badge/{size}")
def badge(size: Size, theme: Theme = "light", align: Literal["left", "right"] = "left"):
    return HTMLResponse(f'<i class="{size} {theme} {align}"></i>')  # ok: python.security.cross-site-scripting


@app.get("/greeting")
def greeting(theme: Theme, name: str):
    return HTMLResponse(f'<p class="{theme}">{name}</p>')  # finds: python.security.cross-site-scripting
