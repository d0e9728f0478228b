// Runs formatters on what a browser editor holds.
const fastify = require("fastify")();
const { spawnSync, execFile } = require("child_process");

const FORMATTERS = new Set(["prettier", "gofmt"]);

fastify.post("/format/:formatter", async (request, reply) => {
  const { formatter } = request.params;
  const done = spawnSync(formatter, ["--stdin"], { input: request.body.text }); // finds: javascript.security.argument-injection
  return { text: done.stdout.toString() };
});

fastify.post("/checked/:formatter", async (request, reply) => {
  const { formatter } = request.params;
  if (!FORMATTERS.has(formatter)) {
    return reply.code(404).send();
  }
  const done = spawnSync(formatter, ["--stdin"], { input: request.body.text }); // ok: javascript.security.argument-injection
  return { text: done.stdout.toString() };
});

fastify.get("/tools/:tool", async (request, reply) => {
  execFile("/opt/tools/" + request.params.tool, (error, out) => reply.send({ out })); // finds: javascript.security.argument-injection
});

fastify.get("/tools", async (request, reply) => {
  execFile("/opt/tools/list", (error, out) => reply.send({ out })); // ok: javascript.security.argument-injection
});

fastify.listen({ port: 3000 });
