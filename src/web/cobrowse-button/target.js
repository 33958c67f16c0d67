import { TARGET } from "./properties.js";

/** What an element asks for by its attributes, `{endpoint, request}`, as text: to be compared, and to be kept under. */
export function asked(element) {
  const request = {};
  for (const member of TARGET) request[member] = element[member] || undefined;
  return JSON.stringify({ endpoint: endpointOf(element), request });
}

/** Without a path of its own the page's origin, whatever the page's `<base>` says. */
function endpointOf({ endpoint }) {
  // A document of `srcdoc` has no origin of its own.
  const url = URL.canParse(endpoint, location.origin) ? new URL(endpoint, location.origin).href : endpoint;
  return url.replace(/\/+$/, "");
}

/** Whether the element has a target, as it needs where it neither takes a code nor answers offers. */
export const hasTarget = (element) => TARGET.some((member) => element[member]);

/** Whether the API would refuse a request: it takes one target, and a deployment only of a conversation. */
export function isMistaken({ deploymentId, ...targets }) {
  return Object.keys(targets).length !== 1 || (deploymentId && !targets.conversationId);
}
