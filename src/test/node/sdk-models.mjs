import { readFileSync } from 'node:fs';

const DECLARATIONS = readFileSync(
  new URL('./node_modules/purecloud-platform-client-v2/index.d.ts', import.meta.url),
  'utf8',
);

/** The names of the members that the SDK declares for one of its models. */
export function model(name) {
  const [, body] = DECLARATIONS.match(new RegExp(`export interface ${name} \\{([^]*?)\\n\\t\\}`)) ?? [];
  if (!body) throw new Error(`The SDK has no ${name}`);
  return [...body.matchAll(/^\t\t"([$\w]+)"\??:/gm)].map(([, member]) => member).sort();
}

/** Whether the SDK declares anything by this name. */
export const declares = (name) => new RegExp(`\\b${name}\\b`).test(DECLARATIONS);

/** The names of its methods that have this in them. */
export const methods = (part) => [
  ...new Set([...DECLARATIONS.matchAll(/^\s+(\w+)\([^)]*\): Promise</gm)].map(([, name]) => name)),
].filter((name) => part.test(name)).sort();
