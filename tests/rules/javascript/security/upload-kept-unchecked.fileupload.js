const path = require("path");
const express = require("express");
const fileUpload = require("express-fileupload");

const app = express();
app.use(fileUpload());

app.post("/photos", async (req, res) => {
  const photo = req.files.photo;
  await photo.mv("/srv/photos/" + crypto.randomUUID()); // finds: javascript.security.upload-kept-unchecked
  res.sendStatus(204);
});

app.post("/avatars", async (req, res) => {
  const avatar = req.files.avatar;
  if (avatar.mimetype !== "image/png") return res.sendStatus(415);
  await avatar.mv("/srv/avatars/" + crypto.randomUUID()); // ok: javascript.security.upload-kept-unchecked
  res.sendStatus(204);
});
