import { TARGET } from "./properties.js";

/** What an element asks for by its attributes, `{endpoint, request}`, as text: to be compared, and to be kept under. */
export function asked(element) {
  const request = {};
  for (const [member, attribute] of Object.entries(TARGET)) request[member] = element.getAttribute(attribute) || undefined;
  return JSON.stringify({ endpoint: element.endpoint.replace(/\/+$/, ""), request });
}

/** What is wrong with a request, which the API would refuse, in words for the console; undefined if nothing is. */
export function mistake({ email, userId, conversationId, deploymentId }) {
  const targets = [email, userId, conversationId].filter(Boolean).length;
  if (targets !== 1) return `needs one of email, user-id and conversation-id, not ${targets}`;
  return deploymentId && !conversationId ? "has a deployment-id without a conversation-id" : undefined;
}
