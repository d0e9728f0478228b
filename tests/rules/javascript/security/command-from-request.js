const { exec, execFile, spawn } = require("child_process");

module.exports = {
  ping(req, res) {
    exec("ping -c 2 " + req.body.address, (error, stdout) => res.render("ping", { output: stdout })); // finds: javascript.security.command-from-request
  },
  archive(req, res) {
    exec(`tar czf /tmp/out.tgz ${req.query.folder}`, { timeout: 5000 }, () => res.end()); // finds: javascript.security.command-from-request
  },
  run(req, res) {
    spawn(req.params.program, ["--version"]).stdout.pipe(res); // finds: javascript.security.command-from-request
  },
  pingSafely(req, res) {
    execFile("ping", ["-c", "2", "--", req.body.address], (error, stdout) => res.send(stdout)); // ok: javascript.security.command-from-request
  },
  match(req, res) {
    res.json(/^(\w+)-(\d+)$/.exec(req.params.version)); // ok: javascript.security.command-from-request
  },
  limit(req, res) {
    exec("head -n " + Number(req.query.lines) + " /var/log/app.log", (error, out) => res.send(out)); // ok: javascript.security.command-from-request
  },
  later(req, res) {
    const command = "nslookup " + req.body.host;
    exec(command, (error, out) => res.send(out)); // missing: javascript.security.command-from-request
  },
};
