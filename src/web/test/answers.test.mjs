// Whatever is answered, or nothing at all: the button ends in a state that it can stand by, in bounded time, and says why.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { firewall, json, problemOf, SILENT } from "./server.mjs";
import { askedTimes, keys, visit } from "./visitor.mjs";
import { english } from "./words.mjs";

const SESSION = json(201, { id: "session-1", joinCode: "483920" });
const WORDS = await english();
const failures = async (visitor) => (await visitor.heard()).map((heard) => heard.replace("cobrowse-failed ", ""));

visit("a token that never comes is waited for ten seconds", async ({ site, still }) => {
  const visitor = await still();
  await visitor.run((button) => (button.token = () => new Promise(() => {})));
  await visitor.press();
  await visitor.pass(9);
  assert.equal(await visitor.state(), "starting");
  await visitor.pass(1);
  await visitor.shows("failed");
  assert.deepEqual(await failures(visitor), ["sign-in-needed"]);
  assert.equal(site.asked.length, 0);
});

visit("an answer that never comes is waited for 35 seconds", async ({ site, still }) => {
  site.answers(SILENT);
  const visitor = await still();
  await visitor.press();
  await askedTimes(site, 1);
  await visitor.pass(34);
  assert.equal(await visitor.state(), "starting");
  await visitor.pass(1);
  await visitor.shows("failed");
  assert.deepEqual(await failures(visitor), ["answer-lost"]);
});

visit("a token that cannot stand in a header is not sent", async ({ site, open }) => {
  const visitor = await open();
  for (const token of ["two\nlines", { accessToken: "visitors-token" }, 4711]) {
    await visitor.run((button, value) => (button.token = () => value), token);
    await visitor.click();
  }
  assert.deepEqual(await failures(visitor), ["sign-in-needed", "sign-in-needed", "sign-in-needed"]);
  assert.equal(site.asked.length, 0);
});

visit("an odd session that can be used is shown", async ({ site, open }) => {
  const odd = { id: "s", joinUrl: { href: "https://x" } };
  const codes = [[{ id: "s", joinCode: 483920 }, "483920"], [{ id: 7, joinCode: " 483920 " }, "483920"], [{ ...odd, joinCode: "483920" }, "483920"], [{ ...odd, joinCode: "constructor" }, "constructor"]];
  for (const [body, code] of codes) {
    site.answers(json(201, body));
    const visitor = await open();
    assert.equal(await visitor.click(), "started");
    assert.equal(await visitor.code(), code);
    await visitor.tab.close();
  }
});

visit("a session whose ways in make no sense is there without any", async ({ site, open }) => {
  const joins = [{ joinCode: {} }, { joinUrl: {} }, { joinUrl: ["https://x"], joinCode: null }, { joinCode: "7".repeat(1_000_000) }];
  for (const join of joins) {
    site.answers(json(201, { id: "s", ...join }));
    const visitor = await open();
    await visitor.click();
    assert.equal(await visitor.text("button"), "Try again");
    assert.deepEqual(await visitor.heard(), ["cobrowse-started s", "cobrowse-failed cannot-join"]);
    await visitor.tab.close();
  }
});

visit("an answer without a session is none", async ({ site, open }) => {
  const visitor = await open();
  const bodies = [{ joinCode: "1" }, [], "text", { id: {}, joinCode: "1" }];
  for (const body of bodies) {
    site.answers(json(201, body));
    await visitor.click();
  }
  assert.deepEqual(await failures(visitor), bodies.map(() => "answer-lost"));
});

visit("what is not the API's is said to come from the way", async ({ site, open }) => {
  const visitor = await open();
  for (const status of [200, 204, 403]) {
    site.answers(status === 204 ? { status } : firewall(status));
    assert.equal(await visitor.click(), "failed");
    assert.ok((await visitor.says()).includes(WORDS.intercepted), await visitor.says());
  }
  assert.deepEqual(await failures(visitor), ["intercepted", "intercepted", "intercepted"]);
});

visit("a code that is an object's own, or of tomorrow, is unexpected", async ({ site, open }) => {
  const visitor = await open();
  const codes = ["constructor", "__proto__", "toString", "look:target-not-found-yet", "a-code-of-tomorrow"];
  for (const code of codes) {
    site.answers(problemOf(500, code));
    await visitor.click();
    const [first] = WORDS.unexpected.split(".");
    assert.ok((await visitor.says()).includes(first), `${code}: ${await visitor.says()}`);
  }
  assert.deepEqual(await failures(visitor), codes);
});

const FINAL = {
  "invalid-request": 400,
  "caller-not-allowed": 403,
  "target-not-found": 404,
  "target-ambiguous": 409,
  "target-inactive": 409,
  "genesys-credentials-rejected": 502,
  "genesys-permission-missing": 502,
  "genesys-rejected": 502,
  "internal-error": 500,
};
visit("a final failure is explained, and the next click asks again under the same key", async ({ site, open }) => {
  const visitor = await open();
  for (const [code, status] of Object.entries(FINAL)) {
    site.answers(problemOf(status, code));
    await visitor.click();
    assert.ok((await visitor.says()).includes(WORDS[code]), `${code}: ${await visitor.says()}`);
    assert.match(await visitor.text("reference"), /correlation-1$/);
  }
  assert.deepEqual(await failures(visitor), Object.keys(FINAL));
  assert.equal(keys(site), 1);
});

const PASSING = {
  "request-in-progress": 409,
  "idempotency-unavailable": 503,
  "genesys-rate-limited": 503,
  "genesys-unavailable": 503,
  "genesys-timeout": 504,
};
for (const [code, status] of Object.entries(PASSING)) {
  visit(`${code} is asked again once, then explained, under one key`, async ({ site, open }) => {
    const answer = problemOf(status, code, true, { "Retry-After": "0" });
    site.answers(answer, answer, SESSION);
    const visitor = await open();
    assert.equal(await visitor.click(), "failed");
    assert.ok((await visitor.says()).includes(WORDS[code]), await visitor.says());
    assert.equal(await visitor.text("button"), "Try again");
    assert.deepEqual(await failures(visitor), [code]);
    assert.equal(site.asked.length, 2);
    assert.equal(await visitor.click(), "started");
    assert.equal(await visitor.code(), "483920");
    assert.equal(keys(site), 1);
  });
}

// The API remembers both under their key: only another key gets another answer.
for (const [code, status] of [["outcome-unknown", 504], ["idempotency-key-reused", 422]]) {
  visit(`${code} warns before a second session, which is a new attempt`, async ({ site, still }) => {
    site.answers(problemOf(status, code), SESSION);
    const visitor = await still();
    await visitor.click();
    assert.ok((await visitor.says()).includes(WORDS[code]), await visitor.says());
    assert.equal(await visitor.text("button"), undefined);
    assert.equal(site.asked.length, 1);
    await visitor.another();
    assert.equal(keys(site), 2);
  });
}

// API Gateway answers by itself, without a problem, where the authorizer, the throttle or the function fails.
const GATEWAY = { 401: "sign-in-needed", 403: "caller-not-allowed", 404: "invalid-request", 500: "answer-lost", 503: "answer-lost" };
visit("an answer of the gateway is explained by its status", async ({ site, open }) => {
  const visitor = await open();
  for (const [status, code] of Object.entries(GATEWAY)) {
    site.answers(json(Number(status), { message: "the gateway's" }));
    await visitor.click();
    assert.ok((await visitor.says()).includes(WORDS[code]), `${status}: ${await visitor.says()}`);
  }
  assert.deepEqual(await failures(visitor), Object.values(GATEWAY));
  assert.equal(site.asked.length, 5);
});

test("every code that the API documents is in the types", async () => {
  const [document, types] = await Promise.all(["../../../docs/openapi.yaml", "../cobrowse-button.d.ts"].map((name) => readFile(new URL(name, import.meta.url), "utf8")));
  const codes = [...document.matchAll(/code: \{ const: ([\w-]+) \}/g)].map(([, code]) => code);
  assert.ok(codes.includes("outcome-unknown"));
  assert.deepEqual(codes.filter((code) => !types.includes(`"${code}"`)), []);
});
