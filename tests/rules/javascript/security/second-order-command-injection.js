// Converts films that wait in a table.
const { exec, execFile } = require("child_process");
const mongoose = require("mongoose");

const Film = mongoose.model("Film", new mongoose.Schema({ file: String, width: Number }));

async function convert(id) {
  const film = await Film.findById(id);
  exec(`ffmpeg -i ${film.file} out.mp4`); // finds: javascript.security.second-order-command-injection
}

async function inspect(id) {
  const { file } = await Film.findById(id);
  exec("ffprobe " + file, (error) => console.log(error)); // finds: javascript.security.second-order-command-injection
}

async function scale(id) {
  const film = await Film.findById(id);
  exec("ffmpeg -i in.mp4 -vf scale=" + Number(film.width) + " out.mp4"); // ok: javascript.security.second-order-command-injection
}

async function copy(id) {
  const film = await Film.findById(id);
  execFile("cp", ["--", film.file, "/archive"]); // ok: javascript.security.second-order-command-injection
}

module.exports = { convert, copy, inspect, scale };
