let only;

/** A constructed sheet, which a Content-Security-Policy without 'unsafe-inline' allows; one for all elements. */
export function sheet() {
  if (!only) {
    only = new CSSStyleSheet();
    only.replaceSync(css);
  }
  return only;
}

// The colours are of a middle brightness: they contrast 3:1 with white and with dark pages, and white text on them 4.5:1.
const css = `
  :host {
    --accent: var(--cobrowse-accent, #1a6fcb);
    --on-accent: var(--cobrowse-on-accent, #fff);
    --trouble: var(--cobrowse-trouble, #d0392e);
    --success: var(--cobrowse-success, #17803d);
    position: relative;
    display: inline-grid;
    gap: 0.75rem;
    box-sizing: border-box;
    width: 22rem;
    max-width: 100%;
    font: inherit;
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  :host([hidden]), [hidden] { display: none !important; }

  button, a {
    box-sizing: border-box;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-height: 3rem;
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
  a, [part="button"] { width: 100%; }
  button:hover, a:hover { filter: brightness(1.12); }
  button:active, a:active { filter: brightness(0.92); }
  button, .heard { -webkit-user-select: none; user-select: none; }
  /* Two colours that contrast with each other: one of them does so with the page, whatever its colour. */
  :focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; box-shadow: 0 0 0 3px var(--on-accent); }
  .code:focus-visible { border-radius: 0.5rem; }

  [part="copy"], [part="stop"] { background: transparent; color: inherit; }
  [part="another"] {
    min-height: 2.75rem;
    padding: 0 0.25rem;
    border: 0;
    background: none;
    color: inherit;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button:disabled, button[aria-disabled] { cursor: default; filter: none; }
  button:disabled { opacity: 0.55; }
  /* Waits for its time: flat and broken, unlike anything that can be pressed. */
  [part="button"][data-state="waiting"] {
    border-style: dashed;
    border-color: currentColor;
    background: transparent;
    color: inherit;
    font-weight: 400;
  }

  .spinner, button span:empty, .first:empty, .last:empty { display: none; }
  [aria-busy] .spinner {
    display: block;
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
  [part="status"]:not(:empty) {
    --tone: var(--accent);
    --sign: "…";
    position: relative;
    display: grid;
    align-content: center;
    gap: 0.35rem;
    min-height: 3rem;
    box-sizing: border-box;
    padding: 0.6rem 0.9rem;
    padding-inline-start: 3rem;
    border-radius: 0.75rem;
    background: color-mix(in srgb, currentColor 7%, transparent);
  }
  [part="status"]:not(:empty)::before {
    content: var(--sign) / "";
    position: absolute;
    inset-block-start: 0.7rem;
    inset-inline-start: 0.8rem;
    display: grid;
    place-content: center;
    width: 1.5rem;
    height: 1.5rem;
    border-radius: 50%;
    background: var(--tone);
    color: #fff;
    font-weight: 700;
    line-height: 1;
  }
  [part="status"]:is([data-state="started"], [data-state="joined"], [data-state="ended"]) { --tone: var(--success); --sign: "✓"; }
  [part="status"][data-state="failed"] { --tone: var(--trouble); --sign: "!"; }
  [part="status"][data-state="failed"]::before { border-radius: 0.3rem; }
  [part="status"][data-state="unjoinable"] { --sign: "i"; }

  [part="details"] { display: grid; gap: 0.75rem; }
  [part="details"]:empty, [part="status"]:empty { position: absolute; }
  [part="reference"], [part="ends"] { font-size: 0.8125em; }
  [part="reference"] { color: color-mix(in srgb, currentColor 78%, transparent); }
  .code { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.5rem 1rem; }
  [part="code"] { font: 700 1.75rem/1.1 ui-monospace, monospace; letter-spacing: 0.12em; }
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (forced-colors: active) {
    [aria-busy] .spinner { forced-color-adjust: none; border-color: ButtonText; border-inline-start-color: ButtonFace; }
    button:disabled, button[aria-disabled] { border-color: GrayText; color: GrayText; opacity: 1; }
    [part="status"]:not(:empty) { border: 1px solid; }
    [part="status"]:not(:empty)::before { border: 1px solid; color: CanvasText; }
  }
`;
