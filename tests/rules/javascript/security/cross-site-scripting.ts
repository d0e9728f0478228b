// The search page of a library, written without templates.
import express, { Request, Response } from "express";
import escapeHtml from "escape-html";

const app = express();

function page(title: string, body: string): string {
  return `<!doctype html><title>${escapeHtml(title)}</title>${body}`;
}

export class SearchController {
  results = (req: Request, res: Response): void => {
    const q = String(req.query.q);
    res.send(page("Search", `<p>Nothing was found for ${q}.</p>`)); // finds: javascript.security.cross-site-scripting
  };

  escaped = (req: Request, res: Response): void => {
    const q = escapeHtml(String(req.query.q));
    res.send(page("Search", `<p>Nothing was found for ${q}.</p>`)); // ok: javascript.security.cross-site-scripting
  };

  data = (req: Request, res: Response): void => {
    res.send({ q: req.query.q, found: [] }); // ok: javascript.security.cross-site-scripting
  };
}

const search = new SearchController();
app.get("/search", search.results);
app.get("/search/escaped", search.escaped);
app.get("/search/data", search.data);

app.use((err: Error, req: Request, res: Response, next: () => void) => {
  res.status(500).end(`<p>${req.originalUrl} cannot be shown.</p>`); // finds: javascript.security.cross-site-scripting
});
