// A site with the button, and an API behind it whose answer depends on who asks.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname } from "node:path";

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
  slow: undefined,
};

/** @returns {Promise<{url: string, asked: object[], pages: object, close: () => void}>} pages are served as they are added */
export async function serve() {
  const [asked, pages] = [[], {}];
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    if (pathname.startsWith("/v1/")) return answer(request, response, asked);
    const content = pages[pathname] ?? (await readFile(new URL(`.${pathname}`, ROOT)).catch(() => undefined));
    response.writeHead(content ? 200 : 404, { "Content-Type": TYPES[extname(pathname)] ?? "text/html" });
    response.end(content);
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => (server.closeAllConnections(), server.close());
  return { url: `http://localhost:${server.address().port}`, asked, pages, close };
}

async function answer(request, response, asked) {
  let text = "";
  for await (const chunk of request) text += chunk;
  const { email } = text ? JSON.parse(text) : {};
  const { "idempotency-key": key, authorization } = request.headers;
  asked.push({ method: request.method, email, key, authorization });
  const given = request.method === "DELETE" ? { status: 204 } : ANSWERS[email?.split("@")[0] ?? "code"];
  if (!given) return;
  response.writeHead(given.status, { "Content-Type": "application/json", ...given.headers });
  response.end(given.body && JSON.stringify(given.body));
}
