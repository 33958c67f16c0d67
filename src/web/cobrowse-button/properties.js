import { mark } from "./element.js";

/** What a session is asked for with, by the name of the API's member, which is the property's too. */
export const TARGET = ["email", "userId", "conversationId", "deploymentId"];
const TEXTS = [...TARGET, "endpoint", "label"];
/** What fits into no attribute: a token would be there for everybody to read. */
export const PROPERTIES_ONLY = ["token", "words"];

export const ATTRIBUTES = [...TEXTS.map(attributeOf), "disabled", "lang", ...PROPERTIES_ONLY];

/** Gives a class a property for each attribute that is a text, as HTML's own elements have. */
export function reflect({ prototype }) {
  for (const property of TEXTS) {
    const attribute = attributeOf(property);
    Object.defineProperty(prototype, property, {
      get() {
        return this.getAttribute(attribute) ?? "";
      },
      set(value) {
        mark(this, attribute, value);
      },
    });
  }
}

/** A property that was set before the module had loaded hides the accessor of its name: sets it once more. */
export function upgrade(element) {
  for (const property of [...TEXTS, "disabled", ...PROPERTIES_ONLY]) {
    if (!Object.hasOwn(element, property)) continue;
    const value = element[property];
    delete element[property];
    element[property] = value;
  }
}

function attributeOf(property) {
  return property.replace("Id", "-id");
}
