import { startMessenger, stopMessenger } from "./demo-messenger.js";

const CONVERSATION = { "conversation-id": "conversation-demo", "deployment-id": "deployment-demo" };
const people = [
  { name: "Alice", about: "known, active", attributes: { email: "alice@example.com" } },
  { name: "Messenger", about: "joins on this page", attributes: CONVERSATION, messenger: true },
  { name: "A conversation", about: "a code, no Messenger", attributes: CONVERSATION },
  { name: "A user id", about: "no look-up", attributes: { "user-id": "user-alice" } },
  { name: "Slow", about: "four seconds", attributes: { "user-id": "user-slow" } },
  { name: "Throttled", about: "let in after 15 s", attributes: { "user-id": "user-throttled" } },
  { name: "Unclear", about: "may be running", attributes: { "user-id": "user-unclear" } },
  { name: "Unjoinable", about: "no way to join", attributes: { "user-id": "user-unjoinable" } },
  { name: "Nobody", about: "unknown e-mail", attributes: { email: "nobody@example.com" } },
  { name: "The twins", about: "one e-mail, two people", attributes: { email: "twins@example.com" } },
  { name: "Inactive", about: "account not active", attributes: { email: "inactive@example.com" } },
];
const button = document.querySelector("cobrowse-button");

function choose({ attributes, messenger }) {
  if (messenger) startMessenger(document.querySelector("#messenger"));
  else stopMessenger();
  for (const name of ["email", "user-id", "conversation-id", "deployment-id"]) button.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
  button.reset();
  const shown = Object.entries(attributes).map(([name, value]) => `\n  ${name}="${value}"`);
  document.querySelector("#markup").textContent = `<cobrowse-button${shown.join("")}>\n</cobrowse-button>`;
}

function choice(person, index) {
  const radio = Object.assign(document.createElement("input"), { type: "radio", name: "person", checked: index === 0 });
  radio.addEventListener("change", () => choose(person));
  const about = Object.assign(document.createElement("small"), { textContent: person.about });
  const label = document.createElement("label");
  label.append(radio, person.name, about);
  return label;
}

document.querySelector("#people").append(...people.map(choice));
choose(people[0]);

for (const type of ["starting", "started", "joined", "ended", "failed"].map((name) => `cobrowse-${name}`)) {
  button.addEventListener(type, ({ detail }) => {
    document.querySelector("#event").textContent = `${type}\n${JSON.stringify(detail, undefined, 2)}`;
  });
}
