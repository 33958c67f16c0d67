import { TARGET } from "./properties.js";

/** What an element asks for by its attributes, `{endpoint, request}`, as text: to be compared, and to be kept under. */
export function asked(element) {
  const request = {};
  for (const member of TARGET) request[member] = element[member] || undefined;
  return JSON.stringify({ endpoint: element.endpoint.replace(/\/+$/, ""), request });
}

/** Whether the API would refuse a request: it takes one target, and a deployment only of a conversation. */
export function isMistaken({ deploymentId, ...targets }) {
  return Object.keys(targets).length !== 1 || (deploymentId && !targets.conversationId);
}
