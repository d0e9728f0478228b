const express = require("express");
const multer = require("multer");

const app = express();
// ok: javascript.security.upload-kept-unchecked
const photos = multer({
  dest: "/srv/photos",
  limits: { fileSize: 2000000 },
  fileFilter: (req, file, done) => done(null, ["image/png", "image/jpeg"].includes(file.mimetype)),
});

app.post("/photos", photos.single("photo"), (req, res) => res.sendStatus(204));
