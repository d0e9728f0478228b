import { BrowserWindow } from "electron";
import { join } from "node:path";

export function open(): BrowserWindow {
  return new BrowserWindow({
    width: 800,
    webPreferences: {
      nodeIntegration: true, // finds: javascript.security.electron-window-unprotected
      contextIsolation: false, // finds: javascript.security.electron-window-unprotected
      preload: join(__dirname, "preload.js"),
    },
  });
}

export function openSafely(): BrowserWindow {
  return new BrowserWindow({
    webPreferences: {
      nodeIntegration: false, // ok: javascript.security.electron-window-unprotected
      contextIsolation: true, // ok: javascript.security.electron-window-unprotected
      sandbox: true,
    },
  });
}

export const bundler = { nodeIntegration: true }; // ok: javascript.security.electron-window-unprotected
const unsafe = { webSecurity: false }; // missing: javascript.security.electron-window-unprotected
export const openLater = () => new BrowserWindow({ webPreferences: unsafe });
