/** Minutes and seconds. */
export const clockTime = (seconds) => `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, "0")}`;

/** What is said of a state: the keys of its sentences, of which the first that has words counts. */
export function said({ name, session, failure }) {
  if (failure) return [[failure.code, "unexpected"], [name === "waiting" && name]];
  if (name === "started") return [["started"], [!session.joinUrl && "tellCode"]];
  return [[name]];
}
