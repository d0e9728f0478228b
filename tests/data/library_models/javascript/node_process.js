const express = require("express");
const app = express();
const { exec, execFile, spawn } = require("child_process");
const { quote } = require("shell-quote");
app.get("/process", (req, res) => {
  const host = req.query.host;
  exec("ping -c 1 " + host); // finds: request > command
  exec(`ping -c 1 ${quote([host])}`); // ok
  execFile("ping", ["-c", "1", host]); // ok
  execFile(host, ["-c"]); // finds: request > program
  spawn("ping", [host]); // ok
  spawn("ping", [host], { shell: true }); // finds: request > command
  spawn("ping " + host, { shell: true }); // finds: request > command, request > program
  spawn("sh", ["-c", "ping " + host]); // finds: request > command
});
