// A site with the button, and an API behind it whose answer depends on who asks.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { ELSEWHERE } from "./browser.mjs";

const ROOT = new URL("..", import.meta.url);
const TYPES = { ".js": "text/javascript", ".mjs": "text/javascript", ".css": "text/css", ".html": "text/html" };
const problem = (status, code, headers = {}) => ({
  status,
  headers,
  body: { code, status, retryable: "Retry-After" in headers, correlationId: "68fa5eaa-74e3-4d41-8a89-f8f3df4fd4ba" },
});

/** By the part of the e-mail address before the @. */
export const ANSWERS = {
  link: { status: 201, body: { id: "session-1", joinUrl: "https://join.example/session-1" } },
  code: { status: 201, body: { id: "session-1", joinCode: "483920", dateOfferEnds: new Date(Date.now() + 300_000).toISOString() } },
  both: { status: 201, body: { id: "session-1", joinUrl: "https://join.example/session-1", joinCode: "483920" } },
  unjoinable: { status: 201, body: { id: "session-e8olwdj5-user-alice", fetched: false } },
  unclear: problem(504, "outcome-unknown"),
  nobody: problem(404, "target-not-found"),
  busy: problem(503, "genesys-rate-limited", { "Retry-After": "45" }),
  later: problem(503, "genesys-unavailable", { "Retry-After": "200" }),
  over: { status: 201, body: { id: "session-1", joinCode: "483920", dateOfferEnds: new Date(Date.now() - 1_000).toISOString() } },
  soon: [problem(503, "genesys-unavailable", { "Retry-After": "1" }), { status: 201, body: { id: "session-1", joinCode: "483920" } }],
  slow: undefined,
};

/** The page at `/`, under a strict policy. It shows codes, since most of what is tested goes without Messenger. */
const POLICY = "default-src 'self'; connect-src *; require-trusted-types-for 'script'";
export const PAGE = `<!doctype html>
  <html lang="en">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>A shop</title>
  <script type="module" src="/cobrowse-button.js"></script>
  <cobrowse-button conversation-id="conversation-1" show-code></cobrowse-button>`;

export const json = (status, body, headers = {}) => ({ status, body, headers });
export const problemOf = (status, code, retryable = false, headers = {}) =>
  json(status, { code, status, retryable, title: code, correlationId: "correlation-1" }, headers);
/** As a firewall gives it. */
export const firewall = (status) => ({ status, headers: { "Content-Type": "text/html" }, text: "<h1>Blocked</h1>" });
/** A connection that ends, and one that stays open, without an answer. */
export const LOST = { isLost: true };
export const SILENT = { isSilent: true };

/** An answer that is given once it is let through. */
export function held(answer) {
  const gate = {};
  gate.promise = new Promise((resolve) => (gate.letThrough = resolve));
  return { ...answer, ...gate };
}

/**
 * @returns {Promise<{url: string, asked: object[], pages: object, answers: (...next) => void, close: () => void}>} pages are
 *   served as they are added; the answers that are laid out come in their order, before those of ANSWERS
 */
export async function serve() {
  const [asked, laidOut] = [[], []];
  const pages = { "/favicon.ico": " ", "/": { text: PAGE, headers: { "Content-Security-Policy": POLICY } } };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    // On a connection used before, a browser itself repeats a request that was not answered.
    response.setHeader("Connection", "close");
    if (pathname.startsWith("/v1/")) return answer(request, response, asked, laidOut);
    const page = pages[pathname];
    const content = page?.text ?? page ?? (await readFile(new URL(`.${pathname}`, ROOT)).catch(() => undefined));
    response.writeHead(content ? 200 : 404, { "Content-Type": TYPES[extname(pathname)] ?? "text/html", ...page?.headers });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address();
  const close = () => (server.closeAllConnections(), server.close());
  // A name that browsers do not trust over plain http, as they do localhost: see browser.mjs.
  const [url, elsewhere] = ["localhost", ELSEWHERE].map((host) => `http://${host}:${port}`);
  return { url, elsewhere, asked, pages, answers: (...next) => laidOut.push(...next), close };
}

async function answer(request, response, asked, laidOut) {
  response.setHeader("Access-Control-Allow-Origin", "*");
  response.setHeader("Access-Control-Expose-Headers", "Retry-After");
  if (request.method === "OPTIONS") {
    response.setHeader("Access-Control-Allow-Headers", "authorization,content-type,idempotency-key");
    return response.writeHead(200, { "Access-Control-Allow-Methods": "GET,POST,DELETE" }).end();
  }
  let body = "";
  for await (const chunk of request) body += chunk;
  const { email } = body ? JSON.parse(body) : {};
  const { "idempotency-key": key, authorization } = request.headers;
  asked.push({ method: request.method, path: request.url, body, email, key, authorization });
  const known = request.method === "DELETE" ? { status: 204 } : ANSWERS[email?.split("@")[0] ?? "code"];
  const given = laidOut.shift() ?? (Array.isArray(known) ? known[asked.filter((one) => one.key === key).length - 1] : known) ?? SILENT;
  await given.promise;
  if (given.isSilent) return;
  if (given.isLost) return response.destroy();
  response.writeHead(given.status, { "Content-Type": "application/json", ...given.headers });
  response.end(given.text ?? (given.body && JSON.stringify(given.body)));
}
