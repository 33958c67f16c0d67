/** What a session is asked for with: the API's member, which is the property's name too, and the attribute's. */
export const TARGET = { email: "email", userId: "user-id", conversationId: "conversation-id", deploymentId: "deployment-id" };

const REFLECTED = { ...TARGET, endpoint: "endpoint", label: "label", disabled: "disabled" };
/** What fits into no attribute: a token would be there for everybody to read. */
export const PROPERTIES_ONLY = ["token", "words"];

export const ATTRIBUTES = [...Object.values(REFLECTED), "lang", ...PROPERTIES_ONLY];

/** Gives a class a property for each attribute, as HTML's own elements have: a text, or for `disabled` whether it is there. */
export function reflect({ prototype }) {
  for (const [property, attribute] of Object.entries(REFLECTED)) {
    const isFlag = property === "disabled";
    Object.defineProperty(prototype, property, {
      get() {
        return isFlag ? this.hasAttribute(attribute) : (this.getAttribute(attribute) ?? "");
      },
      set(value) {
        if ((isFlag && !value) || (value ?? null) === null) this.removeAttribute(attribute);
        else this.setAttribute(attribute, isFlag ? "" : value);
      },
      enumerable: true,
    });
  }
}

/** A property that was set before the module had loaded hides the accessor of its name: sets it once more. */
export function upgrade(element) {
  for (const property of [...Object.keys(REFLECTED), ...PROPERTIES_ONLY]) {
    const { value } = Object.getOwnPropertyDescriptor(element, property) ?? {};
    if (delete element[property] && value !== undefined) element[property] = value;
  }
}
