import { mark } from "./element.js";

/** What a session is asked for with, by the name of the API's member, which is the property's too. */
export const TARGET = ["email", "userId", "conversationId", "deploymentId"];
const TEXTS = [...TARGET, "endpoint", "label"];
export const FLAGS = ["disabled", "enterCode", "answerOffers", "showCode"];
/** What fits into no attribute: a token would be there for everybody to read. */
export const PROPERTIES_ONLY = ["token", "words"];

export const ATTRIBUTES = [...[...TEXTS, ...FLAGS].map(attributeOf), "lang", ...PROPERTIES_ONLY];

/** Gives a class a property for each attribute, as HTML's own elements have: texts, without white space around, and flags. */
export function reflect({ prototype }, texts = TEXTS, flags = FLAGS) {
  for (const property of [...texts, ...flags]) {
    const name = attributeOf(property);
    const isFlag = flags.includes(property);
    Object.defineProperty(prototype, property, {
      get() {
        return isFlag ? this.hasAttribute(name) : (this.getAttribute(name) ?? "").trim();
      },
      set(value) {
        mark(this, name, isFlag ? Boolean(value) && "" : value);
      },
    });
  }
}

/** A property that was set before the module had loaded hides the accessor of its name: sets it once more. */
export function upgrade(element) {
  for (const [property, value] of Object.entries(element)) {
    delete element[property];
    element[property] = value;
  }
}

function attributeOf(property) {
  return property.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
}
