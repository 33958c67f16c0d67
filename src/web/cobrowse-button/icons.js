const SVG = "http://www.w3.org/2000/svg";
const ROUND = "M12 3a9 9 0 1 0 .1 0z";
const EYE = "M2 12s4-7 10-7 10 7 10 7-4 7-10 7-10-7-10-7zm10-3a3 3 0 1 0 .1 0z";
const CLOCK = `${ROUND}M12 7v5l3 2`;

/** What is drawn beside the words of a state, as the path of a pen on 24 × 24. */
const PATHS = {
  idle: "M3 4h18v12H3zM12 16v4m-4 0h8",
  starting: "M12 3a9 9 0 1 0 9 9",
  waiting: CLOCK,
  expired: CLOCK,
  joined: EYE,
  ended: `${EYE}M4 4l16 16`,
  unsure: "M12 3 2 21h20zM12 10v5m0 3v.01",
  failed: `${ROUND}M12 7v6m0 3v.01`,
};

/** @returns a picture, and `draw`, which makes it that of a state */
export function icon() {
  const [svg, path] = ["svg", "path"].map((name) => document.createElementNS(SVG, name));
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", true);
  svg.append(path);
  return { svg, draw: (name) => path.setAttribute("d", PATHS[name] ?? PATHS.idle) };
}
