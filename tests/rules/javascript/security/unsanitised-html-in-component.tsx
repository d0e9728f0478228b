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

export function Biography({ html, name }: { html: string; name: string }) {
  return <div title={name} dangerouslySetInnerHTML={{ __html: html }} />; // finds: javascript.security.unsanitised-html-in-component
}

export const Message = ({ body = "" }: { body?: string }) => {
  const clean = DOMPurify.sanitize(body);
  return <div dangerouslySetInnerHTML={{ __html: clean }} />; // ok: javascript.security.unsanitised-html-in-component
};

export function Excerpt({ body }: { body: string }) {
  const shortened = excerpt(body);
  return <div dangerouslySetInnerHTML={{ __html: shortened }} />; // ok: javascript.security.unsanitised-html-in-component
}

export function Icon({ svg }: { svg: string }) {
  return <span dangerouslySetInnerHTML={{ __html: svg }} />; // ok: javascript.security.unsanitised-html-in-component
}
