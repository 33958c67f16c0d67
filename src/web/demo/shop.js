import { TEXTS } from "./texts.js";

const LAMPS = [
  { price: 89, colour: "#c98b4b", picture: '<path d="M18 8h20l7 18H11z" fill="var(--lamp)"/><path d="M27 26h2v16h-2z"/><path d="M17 42h22v4H17z"/>' },
  { price: 239, colour: "#b9a24a", picture: '<path d="M14 16a14 10 0 0 1 28 0z" fill="var(--lamp)"/><path d="M27 16h2v28h-2z"/><path d="M19 44h18v3H19z"/>' },
];

/**
 * A page of the shop, as the text of its document. It is a page like any other: it goes on from one to the next in full,
 * and knows nothing of who looks at it.
 *
 * @param page `basket` or `checkout`
 * @param button attributes of the button
 * @param script tag that loads the button
 */
export function shopPage({ page, language, direction, isDark, button, script }) {
  const texts = TEXTS[language];
  return `<!doctype html>
<html lang="${language}" dir="${direction}" style="color-scheme: ${isDark ? "dark" : "light"}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${texts.title}</title>
    <style>${STYLE}</style>
    <script>parent.demo.open(window)</script>
    ${script}
  </head>
  <body>
    <header><b>nordlicht</b><nav>${texts.nav.map((name) => `<span>${name}</span>`).join("")}</nav></header>
    <main>${page === "basket" ? basket(texts) : checkout(texts)}</main>
    <aside>
      <h2 dir="auto">${texts.help}</h2>
      <p dir="auto">${texts.about}</p>
      <cobrowse-button${Object.entries(button).map(([name, value]) => ` ${name}="${value}"`).join("")}>${texts.call}</cobrowse-button>
    </aside>
  </body>
</html>`;
}

function basket({ basket: heading, items, kinds, price, total, checkout: next }) {
  const rows = LAMPS.map(
    (lamp, index) => `<li style="--lamp: ${lamp.colour}">
      <svg viewBox="0 0 56 52" aria-hidden="true">${lamp.picture}</svg>
      <span>${items[index]}<small>${kinds[index]}</small></span><span>${price(lamp.price)}</span></li>`,
  );
  return `<h1>${heading}</h1><ul>${rows.join("")}</ul>
    <p class="total"><span>${total}</span><b>${price(328)}</b></p>
    <button type="button" data-page="checkout">${next}</button>`;
}

function checkout({ address, fields, back, pay }) {
  const values = ["Ada Quist", "", "4929 1234 5678 9010"];
  const inputs = fields.map((name, index) => `<label>${name}<input value="${values[index]}"${index === 2 ? " data-masked" : ""}></label>`);
  return `<h1>${address}</h1><form>${inputs.join("")}
    <p class="both"><button type="button" class="quiet" data-page="basket">${back}</button><button type="button">${pay}</button></p></form>`;
}

const STYLE = `
  :root { --ink: light-dark(#1d2421, #e9eee9); --quiet: light-dark(#5d6963, #a3b0a9); --paper: light-dark(#fffdf8, #151a18);
    --line: light-dark(#e6e0d3, #2c3531); --accent: light-dark(#14532d, #86d5a4); --on-accent: light-dark(#fff, #0c1a12);
    --card: light-dark(#fff, #1e2522); --cobrowse-accent: var(--accent); }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; background: var(--paper); color: var(--ink); font: 1rem/1.5 Inter, system-ui, sans-serif; }
  header { display: flex; align-items: center; justify-content: space-between; gap: 1rem; padding: 0.9rem 1.5rem; border-bottom: 1px solid var(--line); }
  header b { font-size: 1.25rem; letter-spacing: -0.02em; color: var(--accent); }
  nav { display: flex; gap: 1.25rem; color: var(--quiet); font-size: 0.9375rem; }
  main { padding: 1.25rem 1.5rem 16rem; }
  h1 { margin: 0 0 0.75rem; font-size: 1.5rem; letter-spacing: -0.02em; }
  ul { margin: 0; padding: 0; list-style: none; }
  li { display: grid; grid-template-columns: auto 1fr auto; align-items: center; gap: 1rem; padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
  li svg { width: 3.5rem; height: 3.25rem; padding: 0.25rem; border-radius: 0.5rem; background: light-dark(#f3ede0, #262e2a); fill: var(--quiet); }
  small { display: block; color: var(--quiet); }
  .total, .both { display: flex; justify-content: space-between; align-items: center; gap: 1rem; margin: 1rem 0; font-size: 1.125rem; }
  button { min-height: 2.75rem; padding: 0 1.25rem; border: 0; border-radius: 0.5rem; background: var(--accent); color: var(--on-accent); font: inherit; font-size: 1rem; font-weight: 600; cursor: pointer; }
  .quiet { background: none; color: var(--accent); padding: 0; }
  form { display: grid; gap: 0.75rem; }
  label { display: grid; gap: 0.2rem; color: var(--quiet); font-size: 0.9375rem; }
  input { min-height: 2.75rem; padding: 0 0.75rem; border: 1px solid var(--line); border-radius: 0.5rem; background: var(--card); color: var(--ink); font: inherit; font-size: 1rem; }
  aside { position: fixed; inset-block-end: 1rem; inset-inline-end: 1rem; width: 25rem; max-width: calc(100% - 2rem); padding: 1rem; border: 1px solid var(--line); border-radius: 1rem; background: var(--card); box-shadow: 0 8px 30px light-dark(#0002, #0008); }
  aside h2 { margin: 0; font-size: 1.0625rem; }
  aside p { margin: 0 0 0.75rem; color: var(--quiet); }
  cobrowse-button { display: block; width: 100%; }
  .ring { position: fixed; z-index: 99; width: 3rem; height: 3rem; margin: -1.5rem; border: 3px solid #e0457b; border-radius: 50%; pointer-events: none; animation: ring 1.6s ease-out forwards; }
  @keyframes ring { from { scale: 0.4; } 40% { scale: 1; opacity: 1; } to { scale: 1.15; opacity: 0; } }
`;
