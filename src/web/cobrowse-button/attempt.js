import { lost, read, signInNeeded } from "./answer.js";
import { isJoinable } from "./join-panel.js";

const PATH = "/v1/cobrowse-sessions";
// Longer than API Gateway waits for the function (30 s), so that its answer is heard.
const PATIENCE_MILLISECONDS = 35_000;

/**
 * What one click asks for. However often it is sent, it starts one session at most, because every send carries the same
 * `Idempotency-Key`; once the session is there without a way to join it, sending again only asks for its details.
 */
export class Attempt {
  #key = randomKey();
  #endpoint;
  #request;
  #token;
  #started;

  constructor({ endpoint, request }, token) {
    this.#endpoint = endpoint.replace(/\/+$/, "");
    this.#request = request;
    this.#token = token;
  }

  /** Whether its session is there, and only how to join it is missing. */
  get isStarted() {
    return Boolean(this.#started);
  }

  /**
   * @returns {Promise<{session?: object, failure?: object}>} what is known of the session, and why nothing more is; never
   *     rejects
   */
  async send() {
    if (this.#started) return { session: this.#started, ...(await this.#look()) };
    const outcome = await this.#start();
    if (outcome.session && !isJoinable(outcome.session)) this.#started = outcome.session;
    return outcome;
  }

  #start() {
    const headers = { "Content-Type": "application/json", "Idempotency-Key": this.#key };
    return this.#call(PATH, { method: "POST", headers, body: JSON.stringify(this.#request) });
  }

  #look() {
    const { id, deploymentId } = this.#started;
    const query = deploymentId ? `?${new URLSearchParams({ deploymentId })}` : "";
    return this.#call(`${PATH}/${encodeURIComponent(id)}${query}`, { headers: {} });
  }

  async #call(path, { headers, ...options }) {
    let token;
    try {
      token = await this.#token();
    } catch {
      return { failure: signInNeeded(0) };
    }
    if (token) headers.Authorization = `Bearer ${token}`;
    try {
      const signal = AbortSignal.timeout(PATIENCE_MILLISECONDS);
      return await read(await fetch(this.#endpoint + path, { ...options, headers, signal }));
    } catch {
      return { failure: lost(0) };
    }
  }
}

/** Not `crypto.randomUUID`, which pages over plain http do not have. */
function randomKey() {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
