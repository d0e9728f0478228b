const express = require("express");
const multer = require("multer");

const app = express();
const onDisk = multer.diskStorage({ destination: "/srv/photos" });
const inMemory = multer.memoryStorage();

const photos = multer({ dest: "/srv/photos" }); // finds: javascript.security.upload-kept-unchecked
const scans = multer({ storage: onDisk, limits: { fileSize: 1000000 } }); // finds: javascript.security.upload-kept-unchecked
const lists = multer({ storage: inMemory }); // ok: javascript.security.upload-kept-unchecked
const fields = multer(); // ok: javascript.security.upload-kept-unchecked

app.post("/photos", photos.single("photo"), (req, res) => res.sendStatus(204));
app.post("/scans", scans.array("scans", 3), (req, res) => res.sendStatus(204));
app.post("/lists", lists.single("list"), (req, res) => res.json(parse(req.file.buffer)));
app.post("/orders", fields.none(), (req, res) => res.json(req.body));
