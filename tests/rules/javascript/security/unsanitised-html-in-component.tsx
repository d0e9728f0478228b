import DOMPurify from "dompurify";
import { marked } from "marked";

export function Comment({ comment }: { comment: { body: string; author: string } }) {
  return (
    <article>
      <div dangerouslySetInnerHTML={{ __html: comment.body }} /> {/* finds: javascript.security.unsanitised-html-in-component */}
      <div dangerouslySetInnerHTML={{ __html: `<b>${comment.author}</b>` }} /> {/* finds: javascript.security.unsanitised-html-in-component */}
      <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(comment.body) }} /> {/* ok: javascript.security.unsanitised-html-in-component */}
      <p>{comment.body}</p>
    </article>
  );
}

export function Layout({ theme }: { theme: { initScript: string } }) {
  return <script dangerouslySetInnerHTML={{ __html: theme.initScript }} />; // ok: javascript.security.unsanitised-html-in-component
}

export function Markdown({ text }: { text: string }) {
  return <div dangerouslySetInnerHTML={{ __html: marked.parse(text) as string }} />; // missing: javascript.security.unsanitised-html-in-component
}
