// Makes previews of what people upload.
const { exec, execFile, spawn } = require("node:child_process");
const { promisify } = require("node:util");
const Router = require("@koa/router");

const run = promisify(exec);
const router = new Router();
const SIZES = { small: "200x200", large: "800x800" };

async function convert(name, size) {
  await run(`convert uploads/${name} -resize ${size} previews/${name}`); // finds: javascript.security.command-injection
}

router.post("/previews", async (ctx) => {
  await convert(ctx.request.body.name, SIZES.small);
  ctx.status = 201;
});

router.post("/previews/:size", async (ctx) => {
  const size = SIZES[ctx.params.size];
  if (!size) ctx.throw(404);
  await run("convert uploads/latest.png -resize " + size + " previews/latest.png"); // ok: javascript.security.command-injection
  ctx.status = 201;
});

router.get("/previews/:name/info", async (ctx) => {
  const { name } = ctx.params;
  const shown = spawn("identify uploads/" + name, { shell: true }); // finds: javascript.security.command-injection
  ctx.body = shown.stdout;
});

router.get("/previews/:name/type", async (ctx) => {
  execFile("file", ["--", ctx.params.name], (error, out) => console.log(error, out.length)); // ok: javascript.security.command-injection
  ctx.status = 202;
});

module.exports = router;
