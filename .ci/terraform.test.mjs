// terraform/ against template.yaml, genesys/ and what the providers' pages say of their resources.
import { parse as parseHcl } from '@cdktf/hcl2json';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse as parseYaml } from 'yaml';

const ROOT = new URL('../', import.meta.url);
const text = (path) => readFileSync(new URL(path, ROOT), 'utf8');
const template = parseYaml(text('template.yaml'), { logLevel: 'silent' });
const PARAMETERS = { ...JSON.parse(text('.ci/release_parameters.json')), ...template.Parameters };
const ACTIONS = readdirSync(new URL('genesys/', ROOT)).filter((name) => name.endsWith('.json'));

// By docs/resources/*.md of MyPureCloud/genesyscloud 1.84.1, and the pages of hashicorp/aws 6: what is required of a
// block, what may be there, and the blocks in it.
const POLICY = { required: ['domain', 'entity_name', 'action_set'], optional: [], blocks: {} };
const PAUSE = { required: ['url_fragment', 'condition'], optional: [], blocks: {} };
const RESOURCES = {
  genesyscloud_auth_role: {
    required: ['name'],
    optional: ['default_role_id', 'description', 'permissions'],
    blocks: { permission_policies: POLICY },
  },
  genesyscloud_oauth_client: {
    required: ['authorized_grant_type', 'name'],
    optional: ['access_token_validity_seconds', 'description', 'directory_client_secret', 'registered_redirect_uris', 'scopes', 'state'],
    blocks: { roles: { required: ['role_id'], optional: ['division_id'] } },
  },
  genesyscloud_webdeployments_configuration: {
    required: ['default_language', 'languages', 'name'],
    optional: ['description', 'headless_mode_enabled', 'status'],
    blocks: {
      messenger: { required: [], optional: ['enabled', 'session_persistence_type'] },
      cobrowse: {
        required: [],
        optional: ['allow_agent_control', 'allow_agent_navigation', 'allow_draw', 'channels', 'enabled', 'mask_selectors', 'readonly_selectors'],
        blocks: { pause_criteria: PAUSE },
      },
    },
  },
  genesyscloud_integration_credential: { required: ['credential_type_name'], optional: ['fields', 'name'] },
  genesyscloud_integration: {
    required: ['integration_type'],
    optional: ['intended_state'],
    blocks: { config: { required: [], optional: ['advanced', 'credentials', 'name', 'notes', 'properties'] } },
  },
  genesyscloud_integration_action: {
    required: ['category', 'contract_input', 'contract_output', 'integration_id', 'name'],
    optional: ['config_timeout_seconds', 'secure'],
    blocks: {
      config_request: { required: ['request_type'], optional: ['headers', 'request_template', 'request_url_template'] },
      config_response: { required: [], optional: ['success_template', 'translation_map', 'translation_map_defaults'] },
    },
  },
  aws_cloudformation_stack: {
    required: ['name'],
    optional: ['template_url', 'capabilities', 'parameters', 'iam_role_arn', 'notification_arns', 'on_failure', 'tags'],
  },
  aws_s3_object: { required: ['bucket', 'key'], optional: ['content_type', 'source', 'source_hash', 'tags'] },
  aws_secretsmanager_secret: { required: [], optional: ['description', 'kms_key_id', 'name', 'tags'] },
};
const META = ['count', 'depends_on', 'for_each', 'lifecycle', 'provider'];

const snake = (name) => name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_').toLowerCase();
const list = (value) => [value ?? []].flat();

/** Everything in a module's files, by kind and name; a block that stands in several files is a list. */
async function read(files) {
  const all = {};
  for (const [name, content] of Object.entries(files)) {
    for (const [kind, blocks] of Object.entries(await parseHcl(name, content))) {
      if (Array.isArray(blocks)) {
        (all[kind] ??= []).push(...blocks);
        continue;
      }
      for (const [label, block] of Object.entries(blocks)) {
        all[kind] ??= {};
        assert.ok(kind === 'resource' || !all[kind][label], `${kind} ${label} is there twice`);
        all[kind][label] = kind === 'resource' ? { ...all[kind][label], ...block } : block;
      }
    }
  }
  return all;
}

function filesOf(module) {
  const names = readdirSync(new URL(`terraform/${module}/`, ROOT)).filter((name) => name.endsWith('.tf'));
  return Object.fromEntries(names.map((name) => [name, text(`terraform/${module}/${name}`)]));
}

/** The checks of a variable, in the template's words. */
function checks({ validation = [] }) {
  const found = {};
  for (const { condition, error_message: message } of validation) {
    assert.ok(message);
    const expression = condition.slice(2, -1);
    const pattern = /^can\(regex\(("(?:[^"\\]|\\.)*"), var\.\w+\)\)$/s.exec(expression);
    const values = /^contains\((\[.*\]), var\.\w+\)$/s.exec(expression);
    if (pattern) found.AllowedPattern = JSON.parse(pattern[1]);
    else if (values) found.AllowedValues = JSON.parse(values[1].replace(/,\s*\]$/, ']'));
    else {
      for (const term of expression.split(' && ')) {
        const [, subject, sign, bound] = /^(var\.\w+|length\(var\.\w+\)) (>=|<=) ([\d.]+)$/.exec(term);
        const member = subject.startsWith('length') ? 'Length' : 'Value';
        found[`${sign === '>=' ? 'Min' : 'Max'}${member}`] = Number(bound);
      }
    }
  }
  return found;
}

function isOneVariablePerParameter({ variable }) {
  for (const [name, parameter] of Object.entries(PARAMETERS)) {
    const block = variable[snake(name)]?.[0];
    assert.ok(block, `${name} has no variable`);
    assert.equal(block.type, parameter.Type === 'Number' ? '${number}' : '${string}', name);
    assert.equal(block.nullable, false, name);
    assert.deepEqual(block.default, parameter.Default, name);
    assert.equal(block.description, parameter.Description, name);
    const rules = ['AllowedPattern', 'AllowedValues', 'MinValue', 'MaxValue', 'MinLength', 'MaxLength'];
    const expected = Object.fromEntries(rules.filter((rule) => rule in parameter).map((rule) => [rule, parameter[rule]]));
    assert.deepEqual(checks(block), expected, name);
    // More of Go's expressions have no counted repetition.
    for (const [, count] of (parameter.AllowedPattern ?? '').matchAll(/\{(?:\d+,)?(\d+)\}/g)) assert.ok(count <= 1000, name);
    for (const { condition } of list(block.validation)) assert.ok(condition.includes(`var.${snake(name)}`), name);
  }
}

function hasOutputsOfTheTemplate({ output = {} }, all) {
  const outputs = Object.keys(template.Outputs).map(snake);
  assert.deepEqual(Object.keys(output).filter((name) => !outputs.includes(name)), []);
  if (all) assert.deepEqual(Object.keys(output).sort(), outputs.sort());
}

function namesVersions({ terraform }, providers) {
  const [block] = terraform;
  assert.match(block.required_version, /\d/);
  const required = Object.assign({}, ...list(block.required_providers));
  assert.deepEqual(Object.keys(required).sort(), providers);
  for (const { source, version } of Object.values(required)) assert.ok(source && /\d/.test(version));
}

function isAsPublished({ resource }) {
  for (const [type, named] of Object.entries(resource)) {
    assert.ok(RESOURCES[type], `${type} is not known`);
    for (const [name, blocks] of Object.entries(named)) {
      for (const block of list(blocks)) fits(block, RESOURCES[type], `${type}.${name}`, META);
    }
  }
}

function fits(block, { required, optional, blocks = {} }, where, meta = []) {
  const { dynamic = {}, ...plain } = block;
  for (const name of required) assert.ok(name in plain, `${where} has no ${name}`);
  const known = [...required, ...optional, ...Object.keys(blocks), ...meta];
  assert.deepEqual(Object.keys(plain).filter((name) => !known.includes(name)), [], where);
  for (const [name, schema] of Object.entries(blocks)) {
    for (const inner of list(plain[name])) fits(inner, schema, `${where}.${name}`);
    for (const { content } of list(dynamic[name])) fits(content[0], schema, `${where}.${name}`);
  }
  assert.deepEqual(Object.keys(dynamic).filter((name) => !(name in blocks)), [], where);
}

/** Every variable is used, and what is used is there. */
function usesItsVariables(all) {
  const { variable, ...rest } = all;
  const used = [...JSON.stringify(rest).matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(variable).sort());
}

const isAws = (all) => {
  isOneVariablePerParameter(all);
  hasOutputsOfTheTemplate(all, true);
  namesVersions(all, ['aws']);
  isAsPublished(all);
  assert.equal(all.provider, undefined);
  const [stack] = all.resource.aws_cloudformation_stack.cobrowse;
  assert.deepEqual(Object.keys(stack.parameters).sort(), Object.keys(PARAMETERS).sort());
  for (const [name, value] of Object.entries(stack.parameters)) {
    const uploaded = { FunctionBucket: '${aws_s3_object.function.bucket}', FunctionKey: '${aws_s3_object.function.key}' };
    assert.equal(value, uploaded[name] ?? `\${var.${snake(name)}}`);
  }
  assert.deepEqual(Object.keys(all.resource.aws_s3_object).sort(), ['function', 'template']);
  assert.match(stack.template_url, /aws_s3_object\.template\.key/);
  for (const [name, { Condition }] of Object.entries(template.Outputs)) {
    const { value } = all.output[snake(name)][0];
    const of = 'aws_cloudformation_stack.cobrowse.outputs';
    assert.equal(value, Condition ? `\${lookup(${of}, "${name}", null)}` : `\${${of}["${name}"]}`);
  }
  usesItsVariables(all);
};

const isGenesys = (all) => {
  hasOutputsOfTheTemplate(all);
  namesVersions(all, ['genesyscloud']);
  isAsPublished(all);
  assert.equal(all.provider, undefined);
  const of = (type) => all.resource[type].cobrowse[0];
  assert.deepEqual(Object.keys(all.resource).sort(), Object.keys(RESOURCES).filter((type) => /^genesys/.test(type)).sort());
  assert.equal(of('genesyscloud_oauth_client').authorized_grant_type, 'CLIENT-CREDENTIALS');
  assert.equal(list(of('genesyscloud_webdeployments_configuration').cobrowse)[0].enabled, true);
  assert.equal(of('genesyscloud_integration').integration_type, 'aws-lambda-data-actions');
  const permissions = (policy) => policy.action_set.map((action) => `${policy.domain}:${policy.entity_name}:${action}`);
  const role = of('genesyscloud_auth_role');
  assert.deepEqual(role.permission_policies.flatMap(permissions), ['conversation:cobrowse:add', 'conversation:cobrowseVoice:add']);
  assert.deepEqual(permissions(role.dynamic.permission_policies[0].content[0]), ['directory:user:view']);

  const { actions } = all.locals[0];
  assert.match(actions, /fileset\("\$\{path\.module\}\/\.\.\/\.\.\/genesys", "\*\.json"\)/);
  assert.match(actions, /jsondecode\(file\("\$\{path\.module\}\/\.\.\/\.\.\/genesys\/\$\{file\}"\)\)/);
  const action = of('genesyscloud_integration_action');
  assert.equal(action.for_each, '${local.actions}');
  const { config_request: request, config_response: response, ...own } = action;
  for (const [value, from] of Object.entries({
    [own.name]: 'name',
    [own.contract_input]: 'contract.input.inputSchema',
    [own.contract_output]: 'contract.output.successSchema',
    [list(request)[0].request_type]: 'config.request.requestType',
    [list(request)[0].request_template]: 'config.request.requestTemplate',
    [list(request)[0].headers]: 'config.request.headers',
    [list(response)[0].translation_map]: 'config.response.translationMap',
    [list(response)[0].translation_map_defaults]: 'config.response.translationMapDefaults',
    [list(response)[0].success_template]: 'config.response.successTemplate',
  })) {
    assert.ok([`\${each.value.${from}}`, `\${jsonencode(each.value.${from})}`].includes(value), from);
    for (const file of ACTIONS) {
      const found = from.split('.').reduce((object, member) => object?.[member], JSON.parse(text(`genesys/${file}`)));
      assert.notEqual(found, undefined, `${file}: ${from}`);
    }
  }
  assert.equal(list(request)[0].request_url_template, '${var.function_arn}');
  for (const file of ACTIONS) assert.equal(all.variable.secure[0].default, JSON.parse(text(`genesys/${file}`)).secure);
  usesItsVariables(all);
};

const isExample = (all, modules) => {
  namesVersions(all, ['aws', 'genesyscloud']);
  isAsPublished(all);
  assert.deepEqual(Object.keys(all.provider).sort(), ['aws', 'genesyscloud']);
  hasOutputsOfTheTemplate(all);
  for (const [name, { variable }] of Object.entries(modules)) {
    const { source, ...given } = all.module[name][0];
    assert.equal(source, `../${name}`);
    assert.deepEqual(Object.keys(given).filter((argument) => !variable[argument]), []);
    const needed = Object.keys(variable).filter((argument) => !('default' in variable[argument][0]));
    assert.deepEqual(needed.filter((argument) => !(argument in given)), []);
  }
  usesItsVariables(all);
};

const aws = await read(filesOf('aws'));
const genesys = await read(filesOf('genesys'));

test('terraform/aws is the template: its parameters, checks and outputs', () => isAws(aws));
test('terraform/genesys is what the provider knows, and reads genesys/', () => isGenesys(genesys));
test('terraform/example gives both what they need, and alone configures providers', async () => {
  isExample(await read(filesOf('example')), { aws, genesys });
});

const MISTAKES = [
  ['aws', isAws, 'default     = 512', 'default     = 1024'],
  ['aws', isAws, 'variable "heartbeat"', 'variable "heart_beat"'],
  ['aws', isAws, 'var.memory_size <= 3008', 'var.memory_size <= 10240'],
  ['aws', isAws, '"canary", "linear", "all-at-once"', '"canary", "linear"'],
  ['aws', isAws, '"^(subnet-[0-9a-f]+', '"^(sub-[0-9a-f]+'],
  ['aws', isAws, 'output "api_url"', 'output "url"'],
  ['aws', isAws, '= var.jwt_issuer', '= var.jwt_audience'],
  ['aws', isAws, 'template_url', 'template_uri'],
  ['aws', isAws, 'required_version', '# required_version'],
  ['genesys', isGenesys, 'CLIENT-CREDENTIALS', 'CODE'],
  ['genesys', isGenesys, 'intended_state', 'state'],
  ['genesys', isGenesys, 'enabled                = true', 'enabled                = false'],
  ['genesys', isGenesys, 'entity_name = "cobrowseVoice"', 'entity = "cobrowseVoice"'],
  ['genesys', isGenesys, 'url_fragment = pause_criteria.value.url_fragment', ''],
  ['genesys', isGenesys, '.translationMapDefaults', '.translationMap'],
  ['genesys', isGenesys, 'jsondecode(file(', 'yamldecode(file('],
  ['genesys', isGenesys, 'contract_output = ', 'contract_result = '],
  ['genesys', isGenesys, 'locals {', 'output "client_id" {\n  value = 1\n}\n\nlocals {'],
  ['genesys', isGenesys, 'locals {', 'provider "genesyscloud" {}\n\nlocals {'],
];

for (const [module, check, right, wrong] of MISTAKES) {
  test(`${module}: "${wrong.split('\n')[0]}" for "${right}" is refused`, async () => {
    const files = filesOf(module);
    const name = Object.keys(files).find((file) => files[file].includes(right));
    assert.ok(name, `nothing to replace: ${right}`);
    const mutated = await read({ ...files, [name]: files[name].replace(right, wrong) });
    assert.throws(() => check(mutated));
  });
}
