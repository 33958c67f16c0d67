// Answers in place of the function, as it does before the stand-in for Genesys Cloud in development.
const MILLISECONDS = 700;
const WAIT_SECONDS = 15;
let throttledUntil = 0;

/** Whether the function is there to answer: `quarkus:dev` runs it where this page comes from. */
export async function hasFunction() {
  try {
    const response = await fetch("/v1/cobrowse-sessions", { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" });
    return "code" in (await response.json());
  } catch {
    return false;
  }
}

/** In place of `fetch`. */
export async function answer(url, { method, body, signal }) {
  const { email, userId, conversationId } = body ? JSON.parse(body) : {};
  await pass(conversationId === "conversation-slow" ? 8_000 : MILLISECONDS, signal);
  if (method === "DELETE") return new Response(null, { status: 204 });
  if (conversationId === "conversation-lost") throw new TypeError("The connection was lost");
  const problem = PROBLEMS[email ?? userId ?? conversationId];
  if (conversationId === "conversation-throttled" && throttled()) return refuse(503, "genesys-rate-limited", WAIT_SECONDS);
  if (problem) return refuse(...problem);
  const id = `session-${random(1e8)}`;
  const session = conversationId ? { joinCode: `${100_000 + random(900_000)}`, conversationId } : join(id, userId);
  return json(method === "GET" ? 200 : 201, { id, fetched: true, ...session });
}

const PROBLEMS = {
  "nobody@example.com": [404, "target-not-found"],
  "user-unclear": [504, "outcome-unknown"],
  "conversation-later": [503, "genesys-unavailable", 200],
};

function join(id, userId) {
  if (userId === "user-unjoinable") return { fetched: false };
  return { joinUrl: `https://join.example/${id}`, dateOfferEnds: new Date(Date.now() + 12_000).toISOString() };
}

/** The first time, and until it has waited. */
function throttled() {
  const isEarly = Date.now() < throttledUntil - 1_000 || throttledUntil === 0;
  if (throttledUntil === 0) throttledUntil = Date.now() + WAIT_SECONDS * 1000;
  if (!isEarly) throttledUntil = 0;
  return isEarly;
}

function refuse(status, code, seconds) {
  const correlationId = "68fa5eaa-74e3-4d41-8a89-f8f3df4fd4ba";
  return json(status, { code, status, retryable: seconds !== undefined, correlationId }, seconds && { "Retry-After": `${seconds}` });
}

const json = (status, body, headers) => new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } });
const random = (below) => crypto.getRandomValues(new Uint32Array(1))[0] % below;

function pass(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    setTimeout(resolve, milliseconds);
    signal?.addEventListener("abort", () => reject(signal.reason));
  });
}
