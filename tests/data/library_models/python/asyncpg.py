import asyncpg
from fastapi import FastAPI

app = FastAPI()  # sets: debug = False


@app.get("/items")
async def items(name: str):
    connection = await asyncpg.connect("postgresql://example.org/shop")
    await connection.fetch("SELECT * FROM item WHERE name = '" + name + "'")  # finds: request > sql
    await connection.fetch("SELECT * FROM item WHERE name = $1", name)  # ok
    await connection.execute(f"DELETE FROM {name}")  # finds: request > sql
    await connection.execute("DELETE FROM item WHERE name = $1", name)  # ok
    pool = await asyncpg.create_pool("postgresql://example.org/shop")
    async with pool.acquire() as connection:
        await connection.fetchrow("SELECT {}".format(name))  # finds: request > sql
        await connection.fetchrow("SELECT $1", name)  # ok


@app.get("/more")
async def more(name: str, pool=None):
    await pool.fetchval("SELECT " + name)  # finds: request > sql
