import crypto from "node:crypto";

const IV = Buffer.from("1234567890abcdef");

export function seal(text, key) {
  const zero = crypto.createCipheriv("aes-256-cbc", key, Buffer.alloc(16)); // finds: javascript.security.constant-iv
  const literal = crypto.createCipheriv("aes-256-cbc", key, "1234567890abcdef"); // finds: javascript.security.constant-iv
  const decoded = crypto.createCipheriv("aes-256-gcm", key, Buffer.from("00ff00ff00ff00ff00ff00ff", "hex")); // finds: javascript.security.constant-iv
  const fresh = crypto.createCipheriv("aes-256-gcm", key, crypto.randomBytes(12)); // ok: javascript.security.constant-iv
  const shared = crypto.createCipheriv("aes-256-gcm", key, IV); // missing: javascript.security.constant-iv
  return [zero, literal, decoded, fresh, shared].map((cipher) => cipher.update(text));
}

export function open(text, key, iv) {
  return crypto.createDecipheriv("aes-256-cbc", key, Buffer.from(iv, "hex")).update(text); // ok: javascript.security.constant-iv
}

export async function sealInBrowser(key, data) {
  return crypto.subtle.encrypt({ name: "AES-GCM", iv: new Uint8Array(12) }, key, data); // finds: javascript.security.constant-iv
}
