let only;

/** A constructed sheet, which a Content-Security-Policy without 'unsafe-inline' allows; one for all elements. */
export function sheet() {
  if (!only) (only = new CSSStyleSheet()).replaceSync(css);
  return only;
}

// The colours are of a middle brightness: they contrast 3:1 with white and with dark pages, and white text on them 4.5:1.
const css = `
  :host {
    --accent: var(--cobrowse-accent, #1a6fcb);
    --on-accent: var(--cobrowse-on-accent, #fff);
    position: relative;
    display: inline-grid;
    gap: 0.75rem;
    width: 22em;
    max-width: 100%;
    font: inherit;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  button, a, [role="status"] { position: relative; box-sizing: border-box; }
  :host([hidden]), [hidden], div:empty:not([role]) { display: none !important; }

  button, a {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: 3rem;
    padding: 0.5em 2.25em;
    border: 2px solid var(--accent);
    border-radius: 0.75rem;
    background: var(--accent);
    color: var(--on-accent);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    text-align: center;
    cursor: pointer;
    &:hover { filter: brightness(1.1); }
  }
  button, .heard { -webkit-user-select: none; user-select: none; }
  /* Two colours that contrast with each other: one of them does so with the page, whatever its colour. */
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; box-shadow: 0 0 0 3px var(--on-accent); }

  [part="copy"], [part="stop"], [part="another"], [data-state="waiting"] { background: none; color: inherit; }
  [part="another"] { border: 0; font-weight: 400; text-decoration: underline; }
  button:disabled { opacity: 0.55; }
  button:disabled, [aria-disabled] { cursor: default; filter: none !important; }
  /* Waits for its time: flat and broken, unlike anything that can be pressed. */
  button[data-state="waiting"] { border: 2px dashed; font-weight: 400; }

  /* Beside the words, which do not move for it. */
  [aria-busy] .spinner {
    position: absolute;
    inset-inline-start: 0.75em;
    width: 1em;
    height: 1em;
    border: 0.15em solid;
    border-inline-start-color: transparent;
    border-radius: 50%;
    @media (prefers-reduced-motion: no-preference) { animation: turn 0.9s linear infinite; }
  }
  @keyframes turn { to { rotate: 1turn; } }

  p { margin: 0; }
  /* Empty it takes no room, but is there: what is not there is not announced when it changes. */
  [role="status"]:empty { position: absolute; }
  [role="status"]:not(:empty) {
    /* Both borders are seen only in forced colours, which take the backgrounds away. */
    display: grid;
    align-content: center;
    gap: 0.35em;
    min-height: 3rem;
    padding: 0.7em 0.75em;
    padding-inline-start: 3em;
    border: 1px solid transparent;
    border-radius: 0.75rem;
    background: #8882;
    &::before {
      content: var(--sign, "…") / "";
      position: absolute;
      inset-block-start: 0.7em;
      inset-inline-start: 0.75em;
      width: 1.45em;
      border: 1px solid transparent;
      border-radius: var(--corner, 50%);
      background: var(--tone, var(--accent));
      color: var(--on-accent);
      font-weight: 700;
      text-align: center;
    }
  }
  [data-state="started"], [data-state="joined"], [data-state="ended"] { --tone: var(--cobrowse-success, #17803d); --sign: "✓"; }
  [data-state="failed"] { --tone: var(--cobrowse-trouble, #d0392e); --sign: "!"; --corner: 0.25rem; }

  [part="details"] { display: grid; gap: 0.75rem; }
  [part="reference"], [part="ends"] { font-size: 0.8em; }
  [part="reference"] { opacity: 0.8; }
  .code { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; border-radius: 0.75rem; }
  [part="copy"] { padding-inline: 1em; }
  [part="code"] { font: 700 1.75em/1.1 ui-monospace, monospace; letter-spacing: 0.12em; }
  .heard { position: absolute; width: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

  @media (forced-colors: active) {
    .spinner { forced-color-adjust: none; color: ButtonText; }
    button:disabled, [aria-disabled] { border-color: GrayText; color: GrayText; opacity: 1; }
  }
`;
