import { Injectable } from "./core";
import { Logger, LogLevel, format } from "./logger";
import { Session, SessionStore, openSession } from "./session";

// Settings of one shape: a table, not code.
export const LIMITS = [
  { name: "upload", soft: 10, hard: 20, unit: "MB", note: "per file" },
  { name: "request", soft: 100, hard: 200, unit: "1/s", note: "per client" },
  { name: "session", soft: 8, hard: 24, unit: "h", note: "per user" },
  { name: "history", soft: 30, hard: 90, unit: "d", note: "per project" },
  { name: "comment", soft: 2, hard: 4, unit: "kB", note: "per post" },
  { name: "avatar", soft: 1, hard: 2, unit: "MB", note: "per user" },
  { name: "export", soft: 3, hard: 5, unit: "1/d", note: "per project" },
  { name: "import", soft: 3, hard: 5, unit: "1/d", note: "per project" },
  { name: "token", soft: 5, hard: 10, unit: "", note: "per user" },
  { name: "member", soft: 50, hard: 100, unit: "", note: "per project" },
];
export const OLD_LIMITS = [ // ok: generic.maintainability.duplicated-code
  { name: "upload", soft: 10, hard: 20, unit: "MB", note: "per file" },
  { name: "request", soft: 100, hard: 200, unit: "1/s", note: "per client" },
  { name: "session", soft: 8, hard: 24, unit: "h", note: "per user" },
  { name: "history", soft: 30, hard: 90, unit: "d", note: "per project" },
  { name: "comment", soft: 2, hard: 4, unit: "kB", note: "per post" },
  { name: "avatar", soft: 1, hard: 2, unit: "MB", note: "per user" },
  { name: "export", soft: 3, hard: 5, unit: "1/d", note: "per project" },
  { name: "import", soft: 3, hard: 5, unit: "1/d", note: "per project" },
  { name: "token", soft: 5, hard: 10, unit: "", note: "per user" },
  { name: "member", soft: 50, hard: 100, unit: "", note: "per project" },
];

export class Uploads {
  async start(session: Session, files: File[]) {
    const accepted: File[] = []; // finds: generic.maintainability.duplicated-code
    for (const file of files) {
      if (file.size === 0 || file.name.startsWith(".")) {
        this.logger.warn(format("skipped %s", file.name));
        continue;
      }
      if (session.quota - file.size < 0) {
        throw new Error(`no space for ${file.name}`);
      }
      session.quota -= file.size;
      accepted.push(file);
    }
    return this.store.putAll(session.user, accepted);
  }

  // The same, wrapped by another hand.
  async resume(session: Session, files: File[]) {
    const accepted: File[] = [];
    for (const file of files) {
      if (file.size === 0 || file.name.startsWith(".")) {
        this.logger.warn(
          format("skipped %s", file.name));
        continue;
      }
      // room for it?
      if (session.quota - file.size < 0) { throw new Error(`no space for ${file.name}`); }
      session.quota -= file.size;
      accepted.push(file);
    }
    return this.store.append(session.id, accepted);
  }

  cancel(session: Session, reason: string) { // ok: generic.maintainability.duplicated-code
    const open = this.store.open(session.id);
    for (const upload of open) {
      if (upload.done) continue;
      upload.abort(reason);
    }
    return open.length;
  }
}

export class Sessions {
  private readonly byUser = new Map<string, Session>();

  find(user: string): Session | undefined {
    const session = this.byUser.get(user); // finds: generic.maintainability.duplicated-code
    if (session === undefined) {
      return undefined;
    }
    if (session.expires < Date.now()) {
      this.byUser.delete(user);
      this.logger.info(format("expired %s", user));
      return undefined;
    }
    session.seen = Date.now();
    session.count = session.count + 1;
    return this.touch(session);
  }

  peek(user: string): Session | undefined {
    const session = this.byUser.get(user);
    if (session === undefined) {
      return undefined;
    }
    if (session.expires < Date.now()) {
      this.byUser.delete(user);
      this.logger.info(format("expired %s", user));
      return undefined;
    }
    session.seen = Date.now();
    session.count = session.count + 1;
    return session;
  }

  extend(user: string, hours: number): Session | undefined { // ok: generic.maintainability.duplicated-code
    const session = this.find(user);
    if (session !== undefined) {
      session.expires += hours * 3600_000;
    }
    return session;
  }
}
