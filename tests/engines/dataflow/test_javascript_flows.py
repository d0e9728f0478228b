"""Which ways through a program of JavaScript or TypeScript a value takes, and which it does not."""

import pytest
from tests.engines.dataflow.program import flows_of

HANDLERS = {
    "a handler": "app.get('/', (req, res) => eval(req.query.q));",
    "a function handler": "app.get('/', function (req, res) { eval(req.query.q); });",
    "a handler behind middleware": "app.get('/', [ok, (req, res) => eval(req.query.q)]);",
    "an asynchronous handler": "app.get('/', async (req, res) => { const q = await req.query.q; eval(q); });",
    "a wrapped handler": (
        "const wrap = (f) => (req, res, next) => Promise.resolve(f(req, res, next)).catch(next);"
        "app.get('/', wrap(async (req, res) => eval(req.query.q)));"
    ),
    "a handler that a library wraps": (
        "const asyncHandler = require('express-async-handler');"
        "app.get('/', asyncHandler(async (req, res) => eval(req.query.q)));"
    ),
    "a bound handler": "function f(req, res) { eval(req.query.q); } app.get('/', f.bind(null));",
    "middleware for errors": "app.use((err, req, res, next) => { eval(req.query.q); });",
    "a parameter handler": "app.param('id', (req, res, next, id) => eval(id));",
    "an object of handlers": "const users = { show(req, res) { eval(req.query.q); } }; app.get('/', users.show);",
    "a method of a controller": (
        "class Users { show(req, res) { eval(req.query.q); } } const users = new Users();"
        "app.get('/', users.show.bind(users));"
    ),
    "a static method": "class Users { static show(req, res) { eval(req.query.q); } } app.get('/', Users.show);",
    "an arrow of a controller": (
        "class Users { show = (req, res) => { eval(req.query.q); } } app.get('/', new Users().show);"
    ),
    "what a constructor function makes": (
        "function Users(db) { this.show = (req, res) => { eval(req.query.q); }; }"
        "const users = new Users({}); app.get('/', users.show);"
    ),
    "what a factory gives": (
        "const make = (db) => { const show = (req, res) => eval(req.query.q); return { show }; };"
        "app.get('/', make({}).show);"
    ),
    "a handler of several routes": "app.route('/').get((req, res) => 1).post((req, res) => eval(req.body.q));",
    "a nested application": "const sub = express(); sub.get('/', (req, res) => eval(req.query.q)); app.use(sub);",
}


@pytest.mark.parametrize("body", HANDLERS.values(), ids=HANDLERS)
def test_express_calls(body: str) -> None:
    text = f"const express = require('express');\nconst app = express();\n{body}\n"
    assert flows_of({"app.js": text}) in (["app.js:3 code"], ["app.js:3 code ?"])


FILES = {
    "a router in its own file": {
        "app.js": "const app = require('express')(); app.use('/a', require('./routes/a'));",
        "routes/a.js": (
            "const r = require('express').Router(); r.get('/', (q, s) => eval(q.query.q)); module.exports = r;"
        ),
    },
    "a function that adds routes": {
        "app.js": "const app = require('express')(); require('./routes/a')(app);",
        "routes/a.js": "module.exports = function (server) { server.get('/', (q, s) => eval(q.query.q)); };",
    },
    "a controller's export": {
        "app.js": "const app = require('express')(); const c = require('./routes/a'); app.get('/', c.show);",
        "routes/a.js": "exports.show = async (q, s) => { eval(q.query.q); };",
    },
    "an exported class": {
        "app.ts": (
            "import express from 'express'; import { C } from './routes/a';\n"
            "const c = new C(); const r = express.Router(); r.get('/', c.show);"
        ),
        "routes/a.ts": (
            "import { Request, Response } from 'express'; "
            "export class C { show = async (q: Request, s: Response) => { eval(q.query.q as string); }; }"
        ),
    },
    "a handler that declares its request": {
        "routes/a.ts": (
            "import { Request, Response } from 'express'; "
            "export async function show(q: Request<{ id: string }>, s: Response) { eval(q.params.id); }"
        ),
    },
    "a handler of a declared type": {
        "routes/a.ts": (
            "import { RequestHandler } from 'express'; "
            "export const show: RequestHandler = (q, s) => { eval(q.params.id); };"
        ),
    },
    "a service behind a controller": {
        "app.js": "const app = require('express')(); const C = require('./c'); app.get('/', new C().show);",
        "c.js": (
            "const S = require('./routes/a'); module.exports = class { constructor() { this.s = new S(); "
            "this.show = this.show.bind(this); } show(q, r) { this.s.find(q.query.q); } };"
        ),
        "routes/a.js": "module.exports = class S { find(x) { eval(x); } };",
    },
    "a Koa router": {
        "routes/a.js": (
            "const Router = require('@koa/router'); const r = new Router(); "
            "r.get('/', async (ctx, next) => { eval(ctx.query.q); });"
        ),
    },
    "Koa's middleware": {
        "routes/a.js": "const Koa = require('koa'); const k = new Koa(); k.use(async (c) => { eval(c.request.body.q); });",
    },
    "a Fastify route": {
        "routes/a.js": "const f = require('fastify')(); f.get('/', async (req, reply) => { eval(req.query.q); });",
    },
    "a Fastify route with options": {
        "routes/a.js": (
            "const f = require('fastify')(); f.route({ method: 'GET', url: '/', "
            "handler: async (req, reply) => { eval(req.query.q); } });"
        ),
    },
    "a Fastify plugin": {
        "routes/a.js": (
            "module.exports = async function (fastify, opts) "
            "{ fastify.post('/', { schema: {} }, async (req, reply) => { eval(req.body.q); }); };"
        ),
    },
    "a Hapi route": {
        "routes/a.js": (
            "const s = require('@hapi/hapi').server({}); "
            "s.route({ method: 'GET', path: '/', handler: (request, h) => { eval(request.query.q); } });"
        ),
    },
    "a Nest controller": {
        "routes/a.ts": (
            "import { Controller, Get, Query } from '@nestjs/common'; "
            "@Controller('a') export class A { @Get() show(@Query('q') q: string) { eval(q); } }"
        ),
    },
    "a service that Nest injects": {
        "c.ts": (
            "import { Controller, Post, Body } from '@nestjs/common'; import { S } from './routes/a';\n"
            "@Controller('a') export class A { constructor(private readonly s: S) {} "
            "@Post() show(@Body() dto: Dto) { return this.s.run(dto.q); } }"
        ),
        "routes/a.ts": "import { Injectable } from '@nestjs/common'; @Injectable() export class S { run(q) { eval(q); } }",
    },
    "a route handler of Next": {
        "routes/a.ts": (
            "import { NextRequest } from 'next/server'; "
            "export async function GET(request: NextRequest) { eval(request.nextUrl.searchParams.get('q')); }"
        ),
    },
    "an API route of Next": {
        "routes/a.ts": (
            "import type { NextApiRequest, NextApiResponse } from 'next'; "
            "export default function handler(req: NextApiRequest, res: NextApiResponse) { eval(req.query.q); }"
        ),
    },
    "a server of Node": {
        "routes/a.js": "require('http').createServer((req, res) => { eval(req.url); }).listen(80);",
    },
}


@pytest.mark.parametrize("files", FILES.values(), ids=FILES)
def test_framework_calls(files: dict[str, str]) -> None:
    place = next(path for path in files if path.startswith("routes/"))
    assert flows_of(files) in ([f"{place}:1 code"], [f"{place}:1 code ?"])
