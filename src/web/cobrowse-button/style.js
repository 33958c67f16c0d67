/** A constructed sheet, which a Content-Security-Policy without 'unsafe-inline' allows. */
export const style = new CSSStyleSheet();

style.replaceSync(`
  :host {
    --accent: var(--cobrowse-accent, #0b57a4);
    --on-accent: var(--cobrowse-on-accent, #fff);
    --trouble: var(--cobrowse-trouble, #b3261e);
    position: relative;
    display: inline-grid;
    gap: 0.75rem;
    justify-items: start;
    max-width: min(26rem, 100%);
    font: inherit;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  :host([hidden]) { display: none; }

  button, a {
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: 3rem;
    max-width: 100%;
    padding: 0.6rem 1.25rem;
    border: 2px solid var(--accent);
    border-radius: 0.75rem;
    background: var(--accent);
    color: var(--on-accent);
    font: inherit;
    font-weight: 600;
    text-decoration: none;
    text-align: center;
    cursor: pointer;
    touch-action: manipulation;
  }
  button:hover, a:hover { filter: brightness(1.12); }
  button, .heard { -webkit-user-select: none; user-select: none; }
  /* Two colours that contrast with each other: one of them does so with the page, whatever its colour. */
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; box-shadow: 0 0 0 3px var(--on-accent); }
  button[aria-disabled] { cursor: default; filter: none; }
  button[aria-disabled]:not([aria-busy]), [part="button"][data-state="joinable"], [part="copy"] {
    background: transparent;
    color: inherit;
  }

  .spinner, button span:empty { display: none; }
  [aria-busy] .spinner {
    display: inline-block;
    flex: none;
    width: 1em;
    height: 1em;
    border: 0.15em solid;
    border-inline-start-color: transparent;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn { to { rotate: 1turn; } }
  @media (prefers-reduced-motion: reduce) { [aria-busy] .spinner { animation: none; } }

  p { margin: 0; }
  [part="status"]:not(:empty) { padding-inline-start: 0.75rem; border-inline-start: 4px solid var(--accent); }
  [part="status"][data-state="failed"]:not(:empty) { border-color: var(--trouble); }
  [part="details"] { display: grid; gap: 0.75rem; justify-items: start; }
  [part="details"]:empty, [part="status"]:empty { position: absolute; }
  [part="reference"] { font-size: 0.875em; }
  .code { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; }
  [part="code"] { font: 700 1.75rem/1 ui-monospace, monospace; letter-spacing: 0.12em; }
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`);
