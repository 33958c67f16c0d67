import type {} from "cobrowse-button/react";
import type { CobrowseButton } from "cobrowse-button";
import "cobrowse-button";

const button: CobrowseButton = document.createElement("cobrowse-button");
button.userId = "user-1";
button.token = async () => "token";
button.words = { start: "Help", "a-code-of-tomorrow": "…" };
button.addEventListener("cobrowse-started", ({ detail }) => console.log(detail.id, detail.joinUrl));
button.addEventListener("cobrowse-failed", ({ detail }) => console.log(detail.code, detail.retryable));
button.start().then(() => button.reset());
// @ts-expect-error
button.state = "joined";
// @ts-expect-error
button.token = 4711;

export const help = <cobrowse-button email="a@example.com" token={() => "token"} disabled oncobrowse-joined={({ detail }) => console.log(detail.id)} />;
