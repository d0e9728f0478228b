import https from "node:https";
import { readFileSync } from "node:fs";
import { Pool } from "pg";

export const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false }); // finds: javascript.security.tls-verification-off
export const strict = new https.Agent({ rejectUnauthorized: true }); // ok: javascript.security.tls-verification-off
export const own = new https.Agent({ ca: readFileSync("ca.pem") }); // ok: javascript.security.tls-verification-off

export const pool = new Pool({
  connectionString: process.env.DATABASE_URL,
  ssl: { rejectUnauthorized: false }, // finds: javascript.security.tls-verification-off
});

export function allowEverything(): void {
  process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"; // finds: javascript.security.tls-verification-off
}

export function connect(options: https.RequestOptions, isDevelopment: boolean): https.RequestOptions {
  return {
    ...options,
    rejectUnauthorized: !isDevelopment, // ok: javascript.security.tls-verification-off
    checkServerIdentity: () => undefined, // finds: javascript.security.tls-verification-off
  };
}

export function agentFor(settings: Settings): https.Agent {
  if (settings.allowSelfSigned) {
    return new https.Agent({ rejectUnauthorized: false }); // ok: javascript.security.tls-verification-off
  }
  return https.globalAgent;
}
