const TARGET = { email: "email", userId: "user-id", conversationId: "conversation-id", deploymentId: "deployment-id" };

export const ATTRIBUTES = ["endpoint", ...Object.values(TARGET)];

/** What an element asks for by its attributes, `{endpoint, request}`, as text: to be compared. */
export function asked(element) {
  const given = Object.entries(TARGET).filter(([, attribute]) => element.hasAttribute(attribute));
  const request = Object.fromEntries(given.map(([member, attribute]) => [member, element.getAttribute(attribute)]));
  return JSON.stringify({ endpoint: element.getAttribute("endpoint") ?? "", request });
}
