// The browsers that are installed; none is downloaded.
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";

const PLACES = {
  chrome: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"],
  firefox: ["/usr/bin/firefox-esr", "/usr/bin/firefox"],
};

export function installed(browser) {
  return PLACES[browser].find(existsSync);
}

/** @param browser chrome, or firefox, which is driven over WebDriver BiDi */
export function launch(browser = "chrome") {
  // Chromium's sandbox refuses to run as root, which is what containers and CI run as.
  const args = browser === "chrome" ? ["--no-sandbox", "--disable-gpu"] : [];
  return puppeteer.launch({ browser, executablePath: installed(browser), headless: true, args });
}
