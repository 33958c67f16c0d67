const people = [
  { name: "Alice", about: "known, active", attributes: { email: "alice@example.com" } },
  { name: "Nobody", about: "unknown e-mail", attributes: { email: "nobody@example.com" } },
  { name: "The twins", about: "one e-mail, two people", attributes: { email: "twins@example.com" } },
  { name: "Inactive", about: "account not active", attributes: { email: "inactive@example.com" } },
  { name: "A user id", about: "no look-up", attributes: { "user-id": "user-alice" } },
  {
    name: "A conversation",
    about: "messaging or voice",
    attributes: { "conversation-id": "conversation-demo", "deployment-id": "deployment-demo" },
  },
];
const button = document.querySelector("cobrowse-button");
const group = document.querySelector("#people");

function choose({ attributes }) {
  for (const name of ["email", "user-id", "conversation-id", "deployment-id"]) button.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes)) button.setAttribute(name, value);
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

group.append(...people.map(choice));
choose(people[0]);

for (const type of ["cobrowse-started", "cobrowse-failed"]) {
  button.addEventListener(type, ({ detail }) => {
    document.querySelector("#event").textContent = `${type}\n${JSON.stringify(detail, undefined, 2)}`;
  });
}
