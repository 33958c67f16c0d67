// The browsers that are installed; none is downloaded.
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";

const PLACES = {
  chrome: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  firefox: ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
};

/** A name for this machine. */
export const ELSEWHERE = "shop.test";

export function installed(browser) {
  return PLACES[browser].find(existsSync);
}

/** Why a test of a browser is skipped, or false: in CI it is not, and fails where there is none. */
export function lacks(browser) {
  return installed(browser) || process.env.CI ? false : `there is no ${browser}`;
}

/** @param browser chrome, or firefox, which is driven over WebDriver BiDi */
export function launch(browser = "chrome") {
  // Chromium's sandbox refuses to run as root, which is what containers and CI run as.
  const args = browser === "chrome" ? ["--no-sandbox", "--disable-gpu", `--host-resolver-rules=MAP ${ELSEWHERE} 127.0.0.1`, `--proxy-bypass-list=${ELSEWHERE}`] : [];
  return puppeteer.launch({ browser, executablePath: installed(browser), headless: true, args });
}
