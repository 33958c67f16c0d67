import { readdirSync, readFileSync } from 'node:fs';
import velocity from 'velocityjs';

const FOLDER = new URL('../../../genesys/', import.meta.url);

/** The data actions to import, by the names of their files. */
export const actions = Object.fromEntries(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))]),
);

/** Genesys' macro: a string's characters as they stand between the quotes of a JSON string. */
const esc = { jsonEncode: (value) => JSON.stringify(value).slice(1, -1) };

/** What Genesys sends for these inputs. */
export function request({ config }, input) {
  return JSON.parse(velocity.render(config.request.requestTemplate, { input, esc }));
}

/** What a flow gets of this answer. A mapped value goes into the template as JSON, and so do the defaults. */
export function outputs({ config }, answer) {
  const { translationMap, translationMapDefaults, successTemplate } = config.response;
  const values = Object.entries(translationMap).map(([name, path]) => [
    name,
    JSON.stringify(at(path, answer)) ?? translationMapDefaults[name],
  ]);
  return JSON.parse(velocity.render(successTemplate, Object.fromEntries(values)));
}

/** Of JSONPath only what a flat answer needs: anything else is refused. */
function at(path, answer) {
  const [, member] = path.match(/^\$\.(\w+)$/) ?? [];
  if (!member) throw new Error(`${path} is not a member of a flat answer`);
  return answer[member];
}
