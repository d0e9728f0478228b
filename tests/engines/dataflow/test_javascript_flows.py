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
        "routes/a.js": "const k = new (require('koa'))(); k.use(async (c) => { eval(c.request.body.q); });",
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
        "routes/a.ts": (
            "import { Injectable } from '@nestjs/common'; @Injectable() export class S { run(q) { eval(q); } }"
        ),
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
    "a route handler of Next by its place": {
        "routes/app/items/route.js": "export async function GET(request) { eval(request.nextUrl.search); }",
    },
    "what a route handler of Next gets of the path": {
        "routes/app/[id]/route.js": "export async function GET(request, { params }) { eval(params.id); }",
    },
    "an API route of Next by its place": {
        "routes/pages/api/a.js": "export default async (req, res) => { eval(req.body.q); };",
    },
    "a server of Node": {
        "routes/a.js": "require('http').createServer((req, res) => { eval(req.url); }).listen(80);",
    },
}


@pytest.mark.parametrize("files", FILES.values(), ids=FILES)
def test_framework_calls(files: dict[str, str]) -> None:
    place = next(path for path in files if path.startswith("routes/"))
    assert flows_of(files) in ([f"{place}:1 code"], [f"{place}:1 code ?"])


FINDS = {
    "straight": "exec(q);",
    "concatenated": "exec('ls ' + q);",
    "in a template literal": "exec(`ls ${q}`);",
    "by +=": "let a = 'ls'; a += q; exec(a);",
    "taken apart": "const { x } = { x: q }; exec(x);",
    "taken apart with a default": "const { x = 'a' } = req.query; exec(x);",
    "taken apart deeply": "const { a: { b } } = req.body; exec(b);",
    "the rest of an object": "const { a, ...rest } = req.query; exec(rest.b);",
    "spread into an object": "const o = { ...req.query, b: 1 }; exec(o.a);",
    "spread into a call": "const a = ['ls', q]; run(...a);",
    "copied by assign": "const o = Object.assign({}, req.body); exec(o.a);",
    "in an array": "const a = ['ls', q]; exec(a[1]);",
    "joined": "exec(['ls', q].join(' '));",
    "pushed": "const a = []; a.push(q); exec(a.join(' '));",
    "mapped": "exec([q].map((x) => x + '!').join(' '));",
    "mapped from a split": "exec(q.split(',').map((x) => x.trim())[0]);",
    "filtered": "exec([q].filter((x) => x)[0]);",
    "reduced": "exec([q].reduce((a, b) => a + b, ''));",
    "by forEach": "[q].forEach((x) => exec(x));",
    "by for of": "for (const x of [q]) { exec(x); }",
    "by for in": "for (const k in req.body) { exec(k); }",
    "by keys": "Object.keys(req.body).forEach((k) => exec(k));",
    "by entries": "for (const [k, v] of Object.entries(req.query)) { exec(v); }",
    "by values": "exec(Object.values(req.query)[0]);",
    "in a map": "const m = new Map(); m.set('a', q); exec(m.get('a'));",
    "in a class": "class A { constructor(x) { this.x = x; } run() { exec(this.x); } } new A(q).run();",
    "by a getter": "class A { constructor(x) { this.x = x; } get y() { return this.x; } } exec(new A(q).y);",
    "by a private field": "class A { #x; constructor(x) { this.#x = x; } run() { exec(this.#x); } } new A(q).run();",
    "by inheritance": "class B { run(x) { exec(x); } } class A extends B {} new A().run(q);",
    "by super": "class B { run(x) { exec(x); } } class A extends B { run(x) { super.run(x); } } new A().run(q);",
    "by a callback": "const f = (x, done) => done(null, x); f(q, (err, y) => exec(y));",
    "by a promise": "Promise.resolve(q).then((x) => exec(x));",
    "by a chain of promises": "Promise.resolve(q).then((x) => x + '!').then((x) => exec(x));",
    "by await of an asynchronous function": "const f = async (x) => x; exec(await f(q));",
    "by Promise.all": "const [a] = await Promise.all([q]); exec(a);",
    "by optional chaining": "exec(req.query?.q);",
    "by default": "exec(q || 'ls');",
    "by nullish default": "exec(q ?? 'ls');",
    "in a conditional": "exec(q ? q : 'ls');",
    "by a closure": "const f = () => q; exec(f());",
    "by a function that is immediately called": "(function () { exec(q); })();",
    "by call": "function f(x) { exec(x); } f.call(null, q);",
    "by apply": "function f(x) { exec(x); } f.apply(null, [q]);",
    "by arguments": "function f() { exec(arguments[0]); } f(q);",
    "by rest": "function f(...a) { exec(a[0]); } f(q);",
    "decoded": "exec(decodeURIComponent(q));",
    "through base64": "exec(Buffer.from(q, 'base64').toString());",
    "through JSON": "exec(JSON.parse(JSON.stringify({ q })).q);",
    "by a generator": "function* g() { yield q; } for (const x of g()) exec(x);",
    "after a test": "if (q.length > 3) { exec(q); }",
    "replaced": "exec(q.replace('a', 'b'));",
    "in a switch": "switch (req.query.k) { case 'a': exec(q); break; default: }",
    "assigned after a callback was made": "let x = 'ls'; const f = () => exec(x); x = q; wait(f);",
    "assigned in a callback": "let x = 'ls'; wait(() => { x = q; }); wait(() => exec(x));",
    "in a callback after a test": "if (q === 'ls') { return; } wait(() => exec(q));",
    "of a computed key": "const k = req.query.k; const o = { a: q, b: 'x' }; exec(o[k]);",
}
SILENT = {
    "a constant": "exec('ls');",
    "overwritten": "let a = q; a = 'ls'; exec(a);",
    "another member": "const o = { x: q, y: 'ls' }; exec(o.y);",
    "another item": "const a = ['ls', q]; exec(a[0]);",
    "a number": "exec('kill ' + Number(q));",
    "parsed": "exec('kill ' + parseInt(q, 10));",
    "by plus": "exec('kill ' + +q);",
    "by arithmetic": "exec('kill ' + (q * 1));",
    "a truth value": "exec('ls ' + (q === 'a'));",
    "a length": "exec('ls ' + q.length);",
    "a member of a fixed array": "if (['ls', 'pwd'].includes(q)) { exec(q); }",
    "not a member of a fixed array": "if (!['ls', 'pwd'].includes(q)) { return res.end(); } exec(q);",
    "not in a fixed array by index": "if (['ls', 'pwd'].indexOf(q) === -1) { return res.end(); } exec(q);",
    "a member of a fixed set": "const ok = new Set(['ls', 'pwd']); if (ok.has(q)) { exec(q); }",
    "a key of a fixed object": "const ok = { a: 'ls', b: 'pwd' }; exec(ok[q]);",
    "equal to a constant": "if (q === 'ls') { exec(q); }",
    "matched by a pattern": "if (/^[a-z]+$/.test(q)) { exec(q); }",
    "not matched by a pattern": "if (!/^[a-z0-9]+$/.test(q)) { return res.end(); } exec(q);",
    "matched the other way": "if (!q.match(/^\\w+$/)) { throw new Error('no'); } exec(q);",
    "in a switch": "switch (q) { case 'ls': exec(q); break; }",
    "never called": "const f = (x) => x; f(q); exec(f('ls'));",
    "stripped of all but letters": "exec(q.replace(/[^a-z]/g, ''));",
    "tested before a callback": "if (q !== 'ls') { return; } wait(() => exec(q));",
    "tested before a promise": "if (!/^[a-z]+$/.test(q)) { return; } fetch('/').then(() => exec(q));",
    "a date": "exec('touch ' + new Date(q).getTime());",
}


def reaches(body: str) -> list[str]:
    """Return how `q` of a request reaches `exec` in a handler with this body."""
    text = (
        "const { exec } = require('child_process');\nconst app = require('express')();\n"
        "function run(a, b) { exec(b); }\n"
        f"app.get('/', async (req, res) => {{ const q = req.query.q; {body} }});\n"
    )
    return [flow.partition(" ")[2] for flow in flows_of({"app.js": text}) if " command" in flow]


@pytest.mark.parametrize("body", FINDS.values(), ids=FINDS)
def test_value_reaches_the_sink(body: str) -> None:
    assert reaches(body) == ["command"]


@pytest.mark.parametrize("body", SILENT.values(), ids=SILENT)
def test_value_does_not_reach_the_sink(body: str) -> None:
    assert reaches(body) == []


@pytest.mark.parametrize(
    "test",
    [
        "!file.startsWith(root)",
        "file.indexOf(root) !== 0",
        "file.slice(0, root.length) !== root",
        "file.substring(0, root.length) != root",
    ],
)
def test_path_whose_beginning_is_tested_stays_below_it(test: str) -> None:
    text = f"""
    const fs = require("fs"), path = require("path"), root = process.cwd() + path.sep;
    require("http").createServer((req, res) => {{
      const file = path.join(root, req.url);
      if ({test}) {{ fs.readFile(file); return; }}
      fs.readFile(file);
    }});
    """
    assert flows_of({"app.js": text}) == ["app.js:5 path"]
