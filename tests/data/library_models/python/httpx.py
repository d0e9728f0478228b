import httpx
from fastapi import FastAPI
from fastapi.responses import HTMLResponse

app = FastAPI()  # sets: debug = False


@app.get("/")
async def index(url: str):
    async with httpx.AsyncClient() as client:  # sets: tls-verification = True
        await client.get(url)  # finds: request > url
        await client.get("https://example.org/", params={"url": url})  # ok
        await client.request("GET", url)  # finds: request > url
        await client.request(url, "https://example.org/")  # ok
    httpx.post("https://" + url, verify=False)  # finds: request > url  # sets: tls-verification = False
    httpx.post("https://example.org/" + url)  # ok  # sets: tls-verification = True
    answer = httpx.get("https://example.org/")  # sets: tls-verification = True
    return HTMLResponse(answer.text)  # finds: network > html, network > response
