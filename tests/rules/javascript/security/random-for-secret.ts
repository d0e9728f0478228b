import crypto from "node:crypto";

export function requestReset(user: User): string {
  const resetToken = Math.random().toString(36).slice(2); // finds: javascript.security.random-for-secret
  user.otp = String(Math.floor(Math.random() * 1_000_000)); // finds: javascript.security.random-for-secret
  user.resetKey = crypto.randomBytes(32).toString("hex"); // ok: javascript.security.random-for-secret
  return resetToken;
}

export const generatePassword = (length: number): string => {
  const letters = "abcdefghijkmnpqrstuvwxyz23456789";
  return Array.from({ length }, () => letters[Math.floor(Math.random() * letters.length)]).join(""); // finds: javascript.security.random-for-secret
};

export function retry(attempt: number): number {
  const delay = 2 ** attempt * (0.5 + Math.random()); // ok: javascript.security.random-for-secret
  const colour = `hsl(${Math.random() * 360}, 50%, 50%)`; // ok: javascript.security.random-for-secret
  const tokenIndex = Math.floor(Math.random() * 10); // ok: javascript.security.random-for-secret
  return delay + colour.length + tokenIndex;
}

export function newKey(): string {
  return Math.random().toString(16); // missing: javascript.security.random-for-secret
}
