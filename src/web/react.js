"use client";
import { createElement, useImperativeHandle, useLayoutEffect, useRef } from "react";
import "./dist/cobrowse-button.js";

const EVENTS = ["starting", "started", "joined", "ended", "failed"].map((name) => [
  `cobrowse-${name}`,
  `on${name[0].toUpperCase()}${name.slice(1)}`,
]);
const HANDLERS = EVENTS.map(([, handler]) => handler);

/**
 * `<cobrowse-button>` for React 19. On the server it renders the element with its attributes; what is no attribute, and the
 * listeners, it hands over itself once it is in the page, since React's hydration skips both on custom elements.
 */
export function CobrowseButton({ ref, token, words, children, ...props }) {
  const element = useRef(null);
  const latest = useRef(props);
  useImperativeHandle(ref, () => element.current, []);
  useLayoutEffect(() => {
    latest.current = props;
    Object.assign(element.current, { token, words });
  });
  useLayoutEffect(() => {
    const { current } = element;
    const abort = new AbortController();
    for (const [type, handler] of EVENTS)
      current.addEventListener(type, (event) => latest.current[handler]?.(event), { signal: abort.signal });
    return () => abort.abort();
  }, []);
  const attributes = Object.entries(props)
    .filter(([name]) => !HANDLERS.includes(name))
    .map(([name, value]) => [ATTRIBUTES[name] ?? name, value]);
  return createElement("cobrowse-button", { ...Object.fromEntries(attributes), ref: element }, children);
}

const ATTRIBUTES = {
  userId: "user-id",
  conversationId: "conversation-id",
  deploymentId: "deployment-id",
  enterCode: "enter-code",
  answerOffers: "answer-offers",
  showCode: "show-code",
};
