import { createHmac, timingSafeEqual } from "node:crypto";

export function verifyWebhook(body: string, given: string, key: string): boolean {
  const expected = createHmac("sha256", key).update(body).digest("hex");
  if (expected !== given) { // finds: javascript.security.secret-compared-early-exit
    return false;
  }
  return createHmac("sha256", key).update(body).digest("hex") === given; // finds: javascript.security.secret-compared-early-exit
}

export function verifySafely(body: string, given: Buffer, key: string): boolean {
  const expected = createHmac("sha256", key).update(body).digest();
  return expected.length === given.length && timingSafeEqual(expected, given); // ok: javascript.security.secret-compared-early-exit
}

export function isEmpty(body: string, key: string): boolean {
  const digest = createHmac("sha256", key).update(body).digest("hex");
  return digest === ""; // ok: javascript.security.secret-compared-early-exit
}

export function verifyByMethod(body: string, given: string): boolean {
  return given === sign(body); // missing: javascript.security.secret-compared-early-exit
}
