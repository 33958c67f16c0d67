let only;

/** A constructed sheet, which a Content-Security-Policy without 'unsafe-inline' allows; one for all elements. */
export function sheet() {
  if (!only) (only = new CSSStyleSheet()).replaceSync(css);
  return only;
}

// --on, the text on a colour, is black or white, whichever contrasts more: from a luminance of 0.179 on it is black.
const css = `
  :host {
    display: inline-block;
    width: 22em;
    max-width: 100%;
    line-height: 1.45;
    overflow-wrap: break-word;
  }
  :host([hidden]), [hidden], p:empty, div:not(:has(> :not([hidden]))) { display: none !important; }
  /* What others can see is not scrolled out of sight. */
  :host(:is(:state(joined), :state(unsure))) { position: sticky; inset-block: 0.5rem; z-index: 9; }

  p { margin: 0; }
  div, form, label { display: grid; gap: 0.75rem; }
  svg { flex: none; width: 1.5em; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }

  button, a, input, [part="status"] {
    --k: calc((0.179 - y) * 999);
    --on: var(--cobrowse-on-accent, color(from var(--tone) xyz var(--k) var(--k) var(--k)));
    box-sizing: border-box;
    min-height: 3rem;
    padding: 0.6em 1em;
    border: 2px solid transparent;
    border-radius: 0.75rem;
  }
  button, a {
    --tone: var(--cobrowse-accent, #1a6fcb);
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.6em;
    background: var(--tone);
    color: var(--on);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    cursor: pointer;
  }
  :is(button, a):hover { text-decoration: underline; }
  .second { background: none; color: inherit; border-color: currentColor; }
  button:disabled { opacity: 0.55; }
  /* Two colours that contrast with each other: one of them does so with the page, whatever its colour. */
  [part="panel"]:focus { outline: none; }
  :focus-visible:not(div) { outline: 3px solid #1a6fcb; outline-offset: 2px; box-shadow: 0 0 0 2px #fff; }

  [part="status"] {
    grid-template-columns: auto 1fr;
    background: color-mix(in srgb, var(--tone, currentColor) 12%, transparent);
    p { grid-column: 2; }
  }
  .controls { grid-column: 1 / 3; display: flex; flex-wrap: wrap; justify-content: end; }
  [part="share"], [part="decline"], [part="stop"] { flex: 1; }
  [data-state="failed"] { --tone: var(--cobrowse-trouble, #d0392e); [part="sign"] { color: var(--tone); } }

  /* Who sees the page is louder than all else. */
  [data-state="joined"], [data-state="unsure"] {
    --tone: var(--cobrowse-success, #14733a);
    [part="status"] { --cobrowse-on-accent: initial; background: var(--tone); color: var(--on); font-weight: 600; }
  }
  [data-state="unsure"] { --tone: var(--cobrowse-warning, #ffbf2f); }

  @media (prefers-reduced-motion: no-preference) {
    [data-state="starting"] [part="sign"] { animation: turn 0.9s linear infinite; }
  }
  @keyframes turn { to { rotate: 1turn; } }

  [part="reference"], [part="ends"], summary { font-size: 0.875em; }
  [part="code"] span { margin-inline-end: 0.35em; }
  [part="code"] { overflow-wrap: anywhere; }
  [part="code"], input { font: 700 1.5em/1.2 ui-monospace, monospace; }

  slot, label { display: grid; font-weight: 600; }
  input { width: 100%; border-color: currentColor; background: none; color: inherit; }
  summary { padding-block: 0.4em; cursor: pointer; }

  @media print { [part="code"] { display: none; } }
`;
