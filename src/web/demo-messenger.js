// Stands in for Genesys' Messenger: accepts what it is told to, and has an agent who looks and can stop.
let panel;
let ended = [];

export function startMessenger(place) {
  stopMessenger();
  panel = place;
  window.Genesys = (kind, name, ...more) => {
    if (kind === "subscribe") ended.push(more[0]);
    else if (name === "CobrowseService.acceptSession") setTimeout(accepted, 800, more[1]);
    else if (name === "CobrowseService.stopSession") setTimeout(stopped, 300, more[1]);
  };
  panel.querySelector("button").onclick = () => stopped(() => {});
}

export function stopMessenger() {
  delete window.Genesys;
  ended = [];
  if (panel) panel.hidden = true;
}

function accepted(done) {
  panel.hidden = false;
  done();
}

function stopped(done) {
  panel.hidden = true;
  done();
  for (const tell of ended.splice(0)) tell();
}
