/**
 * Stands in for Genesys' Messenger in a page: behaves in every way that the public lists of its commands and events allow.
 * One self-contained function, so that a browser's driver can put it into a page as it is:
 *
 *     await tab.evaluateOnNewDocument(messengerStub, { accept: "refuse" });
 *
 * It becomes `window.Genesys`, and what a test or a demo does with it `window.messenger`. What it shares goes on on the
 * next page of the tab, as with Messenger.
 *
 * @param how what it does, each time that it does it; `window.messenger.how` may be changed at any time:
 *   - `ready`: milliseconds after which `CobrowseService.ready` is told (and told to those who subscribe later), or null: never
 *   - `accept`: `ok`; `refuse`; `silent` (nothing happens); `shares` (shares, but never answers); `late` (shares, answers
 *     after 15 s); `throw`
 *   - `stop`: `ok`; `refuse` (goes on sharing); `silent` (goes on sharing, never answers); `stops` (stops, but never answers);
 *     `late` (stops, answers after 15 s); `throw`
 *   - `events`: `named` (with the session's id), `unnamed`, or `none`: whether `sessionStarted` and `sessionEnded` are told
 *   - `replay`: whether who subscribes late hears the last event of that name, too
 *   - `resume`: on the next page, what is shared is `told`, goes on `silent`ly, has `ended` (told), or is `forgotten`
 *   - `delay`: milliseconds before it answers
 */
export function messengerStub(how) {
  const STORE = "messenger-stub";
  const LATE = 15_000;
  const store = (change, ...more) => {
    try {
      return sessionStorage[change](STORE, ...more);
    } catch {
      return undefined;
    }
  };
  const subscribers = [];
  const last = {};
  const messenger = {
    how: { ready: 0, accept: "ok", stop: "ok", events: "named", replay: false, resume: "told", delay: 0, ...how },
    /** The commands and subscriptions that it was given: `["command", name, data]`, `["subscribe", name]`. */
    told: [],
    /** The id of the session that it shares (the truth), or undefined. */
    sharing: undefined,
    /** Called with that id whenever it changes. */
    onchange: undefined,
    offered: undefined,
    publish,
    startElsewhere,
    end,
    offer,
    offerGoes,
  };

  /** Tells an event to who has subscribed. */
  function publish(name, data) {
    last[name] = data;
    for (const [subscribed, callback] of subscribers) if (subscribed === name) callback({ event: name, data });
  }

  function share(id) {
    messenger.sharing = id;
    if (id) store("setItem", id);
    else store("removeItem");
    messenger.onchange?.(id);
  }

  function tell(name, id) {
    const { events } = messenger.how;
    if (events !== "none") publish(`CobrowseService.${name}`, events === "named" ? { sessionId: id } : {});
  }

  function begin(id) {
    share(id);
    tell("sessionStarted", id);
  }

  /** The agent, or Messenger's own window, ends what is shared. */
  function end() {
    const id = messenger.sharing;
    if (!id) return;
    share(undefined);
    tell("sessionEnded", id);
  }

  /** The visitor accepts a session in Messenger's own window. */
  function startElsewhere(id = "session-elsewhere") {
    begin(id);
  }

  /** The agent offers to look at this page. */
  function offer(sessionId = "session-offered", sessionJoinToken = "token-offered") {
    messenger.offered = { id: `message-${sessionId}`, sessionId, sessionJoinToken, type: "CoBrowse" };
    publish("MessagingService.cobrowseOffer", messenger.offered);
  }

  /** @param how `Accepted`, `Rejected` or `Expired` */
  function offerGoes(how = "Expired") {
    const offered = messenger.offered;
    messenger.offered = undefined;
    if (offered) publish(`MessagingService.cobrowseOffer${how}`, offered);
  }

  function command(name, data, resolve = () => {}, reject = () => {}) {
    const after = (run, milliseconds = messenger.how.delay) => (milliseconds ? setTimeout(run, milliseconds) : run());
    const refuse = () => after(() => reject(new Error(`${name} was refused`)));
    const { accept, stop } = messenger.how;
    if (name === "CobrowseService.acceptSession") {
      const id = data.sessionId ?? `session-of-${data.joinCode}`;
      if (accept === "throw") throw new Error("Messenger is at fault");
      if (accept === "refuse") refuse();
      else if (accept === "shares") after(() => begin(id));
      else if (accept === "late") after(() => (begin(id), after(() => resolve({}), LATE)));
      else if (accept === "ok") after(() => (begin(id), resolve({})));
    } else if (name === "CobrowseService.stopSession") {
      if (stop === "throw") throw new Error("Messenger is at fault");
      if (stop === "refuse" || (stop === "ok" && !messenger.sharing)) refuse();
      else if (stop === "stops") after(end);
      else if (stop === "late") after(() => (end(), after(() => resolve({}), LATE)));
      else if (stop === "ok") after(() => (end(), resolve({})));
    } else if (name === "CobrowseService.declineSession") {
      after(() => (offerGoes("Rejected"), resolve({})));
    } else refuse();
  }

  function subscribe(name, callback) {
    subscribers.push([name, callback]);
    const isReplayed = name === "CobrowseService.ready" || messenger.how.replay;
    if (isReplayed && name in last) callback({ event: name, data: last[name] });
  }

  function Genesys(kind, name, ...more) {
    messenger.told.push(kind === "command" ? [kind, name, more[0]] : [kind, name]);
    if (kind === "command") command(name, ...more);
    else if (kind === "subscribe") subscribe(name, ...more);
  }

  const { ready, resume } = messenger.how;
  const id = store("getItem") ?? undefined;
  if (id && resume !== "ended" && resume !== "forgotten") share(id);
  else store("removeItem");
  const start = () => {
    publish("CobrowseService.ready", {});
    if (id && resume === "told") tell("sessionStarted", id);
    if (id && resume === "ended") tell("sessionEnded", id);
  };
  if (ready !== null) setTimeout(start, ready);
  window.Genesys = Genesys;
  window.messenger = messenger;
  return messenger;
}
