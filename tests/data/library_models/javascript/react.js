const React = require("react");
const html = location.hash;
const raw = <div dangerouslySetInnerHTML={{ __html: html }}></div>; // finds: page > html
const made = React.createElement("div", { dangerouslySetInnerHTML: { __html: html } }); // finds: page > html
const framed = <iframe srcDoc={html} />; // finds: page > html
const shown = <div title={html}>{html}</div>; // ok
const fixed = <div dangerouslySetInnerHTML={{ __html: "<b>fixed</b>" }}></div>; // ok
const text = React.createElement("div", { className: html }, html); // ok
