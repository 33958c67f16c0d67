const USER = { userId: 'user-alice' };

/** What broke the function once, or would have: an event, and what Genesys answers to a call of it. */
export const CORPUS = [
  { name: 'a timestamp of 10,001 elements', event: USER, call: 'start', answer: { id: 's', createdTimestamp: Array(10_001).fill(1) } },
  { name: 'a tree of a megabyte', event: USER, call: 'start', answer: { id: 's', new: Array(200_000).fill(0) } },
  { name: 'nesting before the id', event: USER, call: 'start', answer: { new: nested(900), id: 's' } },
  { name: 'a script for a link', event: USER, call: 'fetch', answer: { id: 'session-demo', joinUrl: 'javascript:STRANGER' } },
  { name: 'a session of another', event: USER, call: 'start', answer: { id: 's', userId: 'STRANGER', joinUrl: 'https://STRANGER.example' } },
  { name: 'a user without a state', event: { email: 'alice@example.com' }, call: 'search', answer: { results: [{ id: 'STRANGER', email: 'alice@example.com' }] } },
  { name: 'five thousand unknown names', event: Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`name${i}`, ''])) },
  { name: 'an event that is a list', event: [1] },
  { name: 'null', event: null },
  { name: 'an operation that there is not', event: { operation: 'stop', sessionId: 's' } },
  { name: 'a session id of two dots', event: { operation: 'fetch', sessionId: '..' } },
];

function nested(depth) {
  let tree = [];
  for (let i = 0; i < depth; i++) tree = [tree];
  return tree;
}
