import { element } from "./element.js";

/** So long the second Enter of a double one finds nothing to open: it was no wish to join. */
const PAUSE_MILLISECONDS = 500;

/** The link into a session. */
export function joinLink(href, put) {
  const link = put(element("a", { part: "link", href, target: "_blank", rel: "noopener noreferrer" }), "join");
  const since = performance.now();
  link.onclick = ({ detail }) => detail > 0 || performance.now() - since > PAUSE_MILLISECONDS;
  return link;
}
