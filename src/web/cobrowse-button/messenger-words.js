/** What is said of a session that is joined on this page, through Messenger. */
export const words = {
  joining: "Showing this page to your agent…",
  joined: "Your agent can see this page now.",
  stop: "Stop sharing",
  stopping: "Stopping…",
  stopFailed: "Your agent may still see this page. Please try again, or close it.",
  ended: "The session has ended. Your agent does not see this page any more.",
};
