// WebKitGTK's MiniBrowser, as Debian's webkit2gtk-driver brings it, over WebDriver. It needs a display, such as Xvfb's.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";

const DRIVER = "/usr/bin/WebKitWebDriver";

export function webKitInstalled() {
  return existsSync(DRIVER) && Boolean(process.env.DISPLAY);
}

/** @returns what a page of the test can do, but for keys: without a window manager nobody gives them to the browser */
export async function launchWebKit() {
  const port = await freePort();
  const driver = spawn(DRIVER, ["--host=127.0.0.1", `--port=${port}`], { stdio: "ignore" });
  const call = async (method, path, body) => {
    const options = { method, ...(body && { body: JSON.stringify(body) }) };
    const response = await fetch(`http://127.0.0.1:${port}/session${path}`, options);
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  const browserOptions = { binary: miniBrowser(), args: ["--automation"] };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": browserOptions } };
  const { sessionId } = await untilItListens(() => call("POST", "", { capabilities }));
  const run = (script) => call("POST", `/${sessionId}/execute/sync`, { script, args: [] });
  const act = (type, actions) => call("POST", `/${sessionId}/actions`, { actions: [{ type, id: type, actions }] });
  return {
    run,
    goto: (url) => call("POST", `/${sessionId}/url`, { url }),
    async waitFor(condition) {
      const end = Date.now() + 30_000;
      while (!(await run(`return ${condition}`))) if (Date.now() > end) throw new Error(`never ${condition}`);
    },
    click: ({ x, y }) =>
      act("pointer", [
        { type: "pointerMove", x: Math.round(x), y: Math.round(y) },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ]),
    async close() {
      await call("DELETE", `/${sessionId}`).catch(() => {});
      driver.kill();
    },
  };
}

function miniBrowser() {
  const libraries = "/usr/lib/x86_64-linux-gnu";
  const places = readdirSync(libraries).filter((name) => name.startsWith("webkit2gtk-"));
  return places.map((name) => `${libraries}/${name}/MiniBrowser`).find(existsSync);
}

async function untilItListens(connect) {
  const end = Date.now() + 30_000;
  for (;;) {
    try {
      return await connect();
    } catch (error) {
      if (error.cause?.code !== "ECONNREFUSED" || Date.now() > end) throw error;
    }
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
