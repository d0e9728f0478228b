const multer = require("multer");
const fs = require("fs");
const path = require("path");

exports.disk = multer.diskStorage({
  destination: "uploads/",
  filename(req, file, cb) {
    cb(null, `${Date.now()}-${file.originalname}`); // finds: javascript.security.upload-name-used-as-path
  },
});

exports.named = multer.diskStorage({
  filename: (req, file, callback) => callback(null, file.originalname), // finds: javascript.security.upload-name-used-as-path
});

exports.random = multer.diskStorage({
  filename: (req, file, cb) => cb(null, crypto.randomUUID() + path.extname(file.originalname)), // ok: javascript.security.upload-name-used-as-path
});

exports.store = (req, res) => {
  req.files.avatar.mv("./public/" + req.files.avatar.name, () => res.end()); // finds: javascript.security.upload-name-used-as-path
  fs.writeFileSync("uploads/" + req.file.filename, req.file.buffer); // ok: javascript.security.upload-name-used-as-path
  res.json({ name: req.file.originalname }); // ok: javascript.security.upload-name-used-as-path
};

exports.filter = (req, file, cb) => cb(null, file.originalname.endsWith(".png")); // ok: javascript.security.upload-name-used-as-path
