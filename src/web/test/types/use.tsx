import type { CobrowseButton, CobrowseFailureCode, CobrowseState, CobrowseWord } from "cobrowse-button";
import type { CobrowseOffer } from "cobrowse-button/offer";
import { CobrowseButton as Button } from "cobrowse-button/react";
import { createRef } from "react";
import "cobrowse-button";
import "cobrowse-button/offer";

const button: CobrowseButton = document.createElement("cobrowse-button");
button.userId = "user-1";
button.enterCode = button.answerOffers = button.showCode = true;
button.token = async () => "token";
button.words = { start: "Help", "target-not-found": "Nobody" };
const listener = ({ detail }: CustomEvent<{ id?: string }>) => console.log(detail.id);
button.addEventListener("cobrowse-started", ({ detail }) => console.log(detail.id, detail.joinUrl));
button.addEventListener("cobrowse-joined", listener);
button.removeEventListener("cobrowse-joined", listener);
button.removeEventListener("cobrowse-started", listener);
document.addEventListener("cobrowse-failed", ({ detail }) => console.log(detail.code, detail.retryable));
document.removeEventListener("cobrowse-ended", listener);
window.addEventListener("cobrowse-ended", ({ detail }) => console.log(detail.id));
button.addEventListener("click", ({ clientX }) => console.log(clientX));
button.start().then(() => button.cancel());
button.reset();
const state: CobrowseState = button.state;
const code: CobrowseFailureCode = "messenger-refused";
const word: CobrowseWord = "unsure";
console.log(state, code, word, document.querySelector("cobrowse-button")?.state);
// @ts-expect-error
button.state = "joined";
// @ts-expect-error
button.token = 4711;
// @ts-expect-error
button.words = { "a-word-of-tomorrow": "…" };
// @ts-expect-error
if (button.state === "shared") console.log();
document.addEventListener("cobrowse-failed", ({ detail }) => {
  // @ts-expect-error
  if (detail.code === "a-code-of-tomorrow") console.log();
});

const offer: CobrowseOffer = document.createElement("cobrowse-offer");
offer.conversationId = "conversation-1";
offer.words = { end: "Finish" };
offer.start().then(() => offer.end());
// @ts-expect-error
offer.words = { stop: "…" };

export const ref = createRef<CobrowseButton>();
export const help = (
  <Button
    ref={ref}
    conversationId="conversation-1"
    className="help"
    token={async () => "token"}
    words={{ start: "Help" }}
    showCode
    onStarting={({ detail }) => console.log(detail.conversationId)}
    onStarted={({ detail }) => console.log(detail.id)}
    onJoined={({ detail }) => console.log(detail.id)}
    onEnded={({ detail }) => console.log(detail.id)}
    onFailed={({ detail }) => console.log(detail.code)}
  >
    Call us
  </Button>
);
// @ts-expect-error
export const wrong = <Button conversation="conversation-1" />;
export const plain = <cobrowse-button email="a@example.com" token={() => "token"} disabled oncobrowse-joined={({ detail }) => console.log(detail.id)} />;
export const agent = <cobrowse-offer conversationId="conversation-1" />;
