// Messenger in every way that its public lists allow, through every way to begin, across pages: whenever it shares, the page
// says so, or says that it may; and whenever the page says that an agent no longer sees it, Messenger does not share.
import assert from "node:assert/strict";
import { messengerStub } from "./messenger-stub.mjs";
import { json } from "./server.mjs";
import { visit } from "./visitor.mjs";

const SESSION = json(201, { id: "session-1", joinCode: "483920", deploymentId: "deployment-1" });
const SAYS_SO = /can see this page/;
const SAYS_MAY = /may still see this page/;
const SAYS_NO = /no longer|any more/;

/** How Messenger behaves: one thing that is not as one would wish. */
const BEHAVIOURS = {
  "as one would wish": {},
  "answers late": { delay: 3_000 },
  "is ready late": { ready: 4_000 },
  "is never ready": { ready: null },
  "refuses to accept": { accept: "refuse" },
  "throws": { accept: "throw", stop: "throw" },
  "does not answer an acceptance": { accept: "silent" },
  "accepts without an answer": { accept: "shares" },
  "accepts without an answer or an event": { accept: "shares", events: "none" },
  "accepts, and answers when it is given up": { accept: "late" },
  "accepts, and answers when it is given up, without events": { accept: "late", events: "none" },
  "refuses to stop": { stop: "refuse" },
  "does not answer a stop": { stop: "silent" },
  "stops without an answer": { stop: "stops" },
  "stops without an answer or an event": { stop: "stops", events: "none" },
  "stops, and answers when it is given up": { stop: "late" },
  "names no session in its events": { events: "unnamed" },
  "tells no events": { events: "none" },
  "replays its events": { replay: true },
  "replays events that name no session": { replay: true, events: "unnamed" },
  "says nothing on the next page": { resume: "silent" },
  "says nothing on the next page, nor tells events": { resume: "silent", events: "none" },
  "has ended by the next page": { resume: "ended" },
  "has forgotten by the next page": { resume: "forgotten" },
};

/** A deed, and the seconds that pass after it. */
const act = (run, seconds = 0, values = []) => ({ run, seconds, values });
const press = (name) =>
  act((button, part) => {
    const node = button.shadowRoot.querySelector(`[part~=${part}]`);
    if (node.checkVisibility()) node.click();
  }, 0, [name]);
const START = act((button) => void button.start());
const CANCEL = act((button) => button.cancel());
const RESET = act((button) => button.reset());
const STOP = press("stop");
const SHARE = press("share");
const wait = (seconds) => act(() => {}, seconds);
const TYPE = act((button) => {
  button.enterCode = true;
  const { shadowRoot } = button;
  shadowRoot.querySelector("input").value = "12 34";
  if (shadowRoot.querySelector("form").checkVisibility()) shadowRoot.querySelector("form").requestSubmit();
});
const OFFER = act((button) => ((button.answerOffers = true), messenger.offer()));
const ELSEWHERE = act(() => messenger.startElsewhere());
const AGENT_ENDS = act(() => messenger.end());
const OTHER_ENDS = act(() => messenger.publish("CobrowseService.sessionEnded", { sessionId: "session-of-another" }));
const OTHER_TARGET = act((button) => (button.conversationId = "conversation-2"));
const NEW_ELEMENT = act((button) => button.replaceWith(button.cloneNode()));
const RELOAD = { reload: true, seconds: 5 };

/** What visitor, agent and page do, one after the other. */
const STORIES = {
  "starts, and stops": [START, wait(12), STOP, wait(20), STOP, wait(20)],
  "starts, and the agent ends": [START, wait(12), AGENT_ENDS, wait(20)],
  "starts, cancels at once, starts again": [START, CANCEL, wait(1), START, wait(25), STOP, wait(25)],
  "starts, cancels while Messenger answers": [START, wait(1), CANCEL, wait(30), START, wait(30)],
  "starts, goes to the next page, stops": [START, wait(12), RELOAD, START, wait(1), STOP, wait(25)],
  "goes to the next page while Messenger answers": [START, wait(1), RELOAD, wait(12), STOP, wait(25)],
  "starts, and the page resets": [START, wait(12), RESET, wait(25), START, wait(12)],
  "starts, and the page wants another target and another element": [START, wait(12), OTHER_TARGET, START, wait(1), NEW_ELEMENT, START, wait(5), STOP, wait(25)],
  "starts, and another session ends": [START, wait(12), OTHER_ENDS, wait(1), STOP, wait(25)],
  "types a code, and stops": [TYPE, wait(12), STOP, wait(25)],
  "takes the agent's offer, and stops": [wait(5), OFFER, SHARE, wait(12), STOP, wait(25)],
  "begins in Messenger's window, and stops here": [wait(5), ELSEWHERE, wait(1), START, wait(1), STOP, wait(25)],
  "begins in Messenger's window after the button was refused": [START, wait(12), ELSEWHERE, wait(1), RELOAD, wait(1), AGENT_ENDS, wait(1)],
  "ends, and begins another": [START, wait(12), AGENT_ENDS, wait(1), START, wait(12), STOP, wait(25)],
};

/** What Messenger tells nobody, nobody can know. */
const isUntold = (how, deeds) => how.events === "none" && deeds.includes(ELSEWHERE);
/** So long an answer of Messenger is waited for, and a second at either end. */
const SECONDS_OF_DOUBT = 12;

for (const [behaviour, how] of Object.entries(BEHAVIOURS)) {
  visit(`Messenger ${behaviour}`, async ({ site, still }) => {
    let moments = 0;
    const visitor = await still("/", [messengerStub, how]);
    for (const [story, deeds] of Object.entries(STORIES).filter(([, some]) => !isUntold(how, some))) {
      await visitor.run(() => sessionStorage.clear());
      await visitor.tab.reload();
      await visitor.run((button) => button.removeAttribute("show-code"));
      let unsaid = 0;
      for (const [index, { run, values = [], seconds, reload }] of deeds.entries()) {
        site.answers(SESSION);
        if (reload) await visitor.tab.reload();
        else await visitor.run(run, ...values);
        for (const moment of await visitor.tab.evaluate(watch, seconds)) {
          unsaid = isTold(moment, `${story}, deed ${index + 1}`) ? 0 : unsaid + Math.sign(moment.second);
          assert.ok(unsaid <= SECONDS_OF_DOUBT, `${story}, deed ${index + 1}: ${JSON.stringify(moment)}`);
          moments++;
        }
      }
    }
    assert.ok(moments > 200, `${moments} moments`);
  });
}

/** In the page: lets seconds pass, and tells of each what is so and what is said. */
async function watch(seconds) {
  const moments = [];
  for (let second = 0; second <= seconds; second++) {
    // An answer of the API is on its way, in real time.
    if (second < 2) await fetch("/nothing").then((answer) => answer.text());
    if (second) await letPass(1000);
    const button = document.querySelector("cobrowse-button");
    const said = [...button.shadowRoot.querySelectorAll("[role=status], [role=alert]")].map((node) => node.textContent).join(" ");
    moments.push({ second, sharing: messenger.sharing, state: button.state, said });
  }
  return moments;
}

/** Finds the truth in what the page says. @returns whether it says what there is to say */
function isTold({ sharing, state, said, second }, when) {
  const about = `${when}, after ${second} s: ${state}, “${said}”, sharing ${sharing}`;
  if (SAYS_NO.test(said)) assert.equal(sharing, undefined, about);
  assert.equal(SAYS_SO.test(said), state === "joined", about);
  assert.equal(SAYS_MAY.test(said), state === "unsure", about);
  return !sharing || SAYS_SO.test(said) || SAYS_MAY.test(said);
}
