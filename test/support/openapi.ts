import * as fc from 'fast-check';

/** The parts of JSON Schema that the service's OpenAPI document uses. */
export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  propertyNames?: Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

interface Parameter {
  in: 'path' | 'query';
  name: string;
  required?: boolean;
  schema: Schema;
}

interface Described {
  parameters?: Parameter[];
  requestBody?: {content: {'application/json': {schema: Schema}}};
  responses: Record<string, {content?: Record<string, {schema: Schema}>}>;
}

export interface OpenApi {
  paths: Record<string, Record<string, Described>>;
}

export interface Operation {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As the access table writes it: `/api/cohorts/:id`. */
  pattern: string;
  parameters: Parameter[];
  body: Schema | null;
  /** Status to the schema of its answer, for answers in JSON. */
  answers: Record<string, Schema>;
}

/** Takes the document; gives its operations in its order. */
export function readOperations(document: OpenApi): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, {parameters = [], requestBody, responses}]): Operation => ({
    method: method.toUpperCase() as Operation['method'],
    pattern: path.replace(/\{(\w+)\}/g, ':$1'),
    parameters,
    body: requestBody?.content['application/json'].schema ?? null,
    answers: Object.fromEntries(Object.entries(responses).flatMap(([status, {content}]) => (content?.['application/json'] ? [[status, content['application/json'].schema]] : []))),
  })));
}

/** Values that exist in the service under test, by the name of the field that wants them. Without them nothing gets past a look-up. */
export type Pool = Readonly<Record<string, readonly string[]>>;

/** What people and machines send who mean no good, or mean well on an unusual keyboard. */
export const ODD_TEXT: readonly string[] = [
  '', ' ', '\t', '\n', '\r\nBcc: all@example.org', 'a\u0000b', '\u001b[31m', '\u0085', '\u2028', '\u202etxt.exe', '\ufeff', '\ufffe', '\ud800', 'a\udc00', '👩‍👩‍👧‍👦', 'Ω≈ç√', 'مرحبا', 'ｆｕｌｌ', 'é', 'İ', 'ß'.repeat(200),
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', 'true', '0', '-1', '1e999', '00000000-0000-0000-0000-000000000000',
  "' or 1=1 --", "'; drop table people; --", '%', '_', '%00', '%2e%2e%2f', '../../etc/passwd', '..\\..\\x', '${7*7}', '{{7*7}}', '$(id)', '`id`', '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', 'javascript:alert(1)',
  '=1+1', '@SUM(A1)', '//evil.example', 'http://169.254.169.254/', '0000-01-01', '0000-02-29', '9999-12-31', '2026-02-30', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59', '0001-01-01T00:00:00+23:59',
  '2026-11-22T09:00:00.123456789123456789Z', '2016-12-31T23:59:60Z', 'a@b', 'a@example.org\r\nTo: b@example.org', 'a'.repeat(255), 'a'.repeat(5000), '('.repeat(3000), '\\'.repeat(500), '\u0301'.repeat(500), '👍'.repeat(2000),
];

const ODD_NUMBERS: readonly number[] = [0, -0, 1, -1, 0.1, 1e-320, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, 2 ** 53, -(2 ** 53), 1e21, 1.7976931348623157e308];
const ODD_NAMES: readonly string[] = ['__proto__', 'constructor', 'prototype', 'role', 'personId', 'id', 'isAdmin', '$where', '', 'a.b', 'a[b]', '0', 'toString', 'hasOwnProperty'];

const oddText = fc.oneof({weight: 4, arbitrary: fc.constantFrom(...ODD_TEXT)}, fc.string({unit: 'grapheme', maxLength: 40}), fc.string({unit: 'binary', maxLength: 40}));

/** Anything at all. */
const anything: fc.Arbitrary<unknown> = fc.oneof(
  oddText, fc.constantFrom(...ODD_NUMBERS), fc.boolean(), fc.constant(null), fc.constant([]), fc.constant({}),
  fc.constantFrom(50, 500).map((depth) => nest(depth)), fc.constant(Array.from({length: 2000}, (_, index) => index)), fc.dictionary(fc.constantFrom(...ODD_NAMES), fc.constant('x'), {maxKeys: 4}),
);

function nest(depth: number): unknown {
  let value: unknown = 'x';
  for (let turn = 0; turn < depth; turn += 1) value = turn % 2 === 0 ? [value] : {x: value};
  return value;
}

const hex = (length: number) => fc.string({unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length});
const uuid = fc.tuple(hex(8), hex(4), fc.constantFrom('7', '7', '7', '4'), hex(3), fc.constantFrom('8', '9', 'a', 'b'), hex(3), hex(12)).map(([a, b, version, c, variant, d, e]) => `${a}-${b}-${version}${c}-${variant}${d}-${e}`);
const moment = fc.oneof(
  fc.date({min: new Date('2026-11-20T00:00:00Z'), max: new Date('2026-11-22T09:00:00Z'), noInvalidDate: true}).map((date) => date.toISOString()),
  fc.date({min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true}).map((date) => date.toISOString()),
  fc.constantFrom('0000-01-01T00:00:00Z', '0001-01-01T00:00:00+23:59', '9999-12-31T23:59:59-23:59', '2026-11-22T09:00:00.123456789123Z', '1970-01-01T00:00:00Z'),
);
const day = fc.oneof(fc.constantFrom('2026-11-22', '2026-12-01', '2027-04-01', '0000-01-01', '0001-01-01', '9999-12-31', '2028-02-29'), moment.map((text) => text.slice(0, 10)));

/** Text that a field of this name takes, as far as its schema says. */
function text(schema: Schema, name: string, pool: Pool): fc.Arbitrary<string> {
  const {format, pattern, minLength = 0, maxLength = 200} = schema;
  const known = pool[name] ?? [];
  const made = (): fc.Arbitrary<string> => {
    if (format === 'date-time') return moment;
    if (format === 'date') return day;
    if (format === 'uuid' || pattern?.includes('[0-9a-f]{12}$')) return uuid;
    const longest = Math.min(maxLength, 2000);
    const plain = fc.oneof({weight: 3, arbitrary: fc.string({unit: 'grapheme', minLength, maxLength: Math.min(longest, 40)})}, fc.string({unit: 'binary-ascii', minLength, maxLength: Math.min(longest, 40)}), fc.constant('a'.repeat(longest)));
    if (pattern === undefined) return plain;
    const rule = new RegExp(pattern, 'u');
    // Patterns with classes of letters say what is left out of free text; the others are short and can be made from the pattern itself.
    const matching = /\\[pP]\{/.test(pattern) ? plain.filter((value) => rule.test(value)) : fc.stringMatching(new RegExp(pattern)).map((value) => value.slice(0, maxLength)).filter((value) => rule.test(value) && value.length >= minLength);
    return matching;
  };
  return known.length > 0 ? fc.oneof({weight: 4, arbitrary: fc.constantFrom(...known)}, made()) : made();
}

/** Values that fit a schema, and that find something where the pool has it. */
export function valuesOf(schema: Schema, pool: Pool, name = ''): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((each) => valuesOf(each, pool, name)));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const type = Array.isArray(schema.type) ? undefined : schema.type;
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((each) => valuesOf({...schema, type: each}, pool, name)));
  switch (type) {
    case 'string': return text(schema, name, pool);
    case 'boolean': return fc.boolean();
    case 'null': return fc.constant(null);
    case 'integer': return fc.integer({min: Math.max(schema.minimum ?? -5, -(2 ** 31)), max: Math.min(schema.maximum ?? 5, 2 ** 31 - 1)}).chain((value) => fc.constantFrom(value, schema.minimum ?? 0, schema.minimum ?? 1, schema.maximum ?? 3));
    case 'number': return fc.double({min: schema.minimum ?? -5, max: schema.maximum ?? 5, noNaN: true});
    case 'array': return fc.array(valuesOf(schema.items ?? {}, pool, name.replace(/s$/, '')), {minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 3, (schema.minItems ?? 0) + 3)});
    case 'object': return object(schema, pool);
    default: return fc.oneof(fc.constant(null), fc.string({maxLength: 10}));
  }
}

function object(schema: Schema, pool: Pool): fc.Arbitrary<unknown> {
  const {properties = {}, required = [], additionalProperties} = schema;
  const record = fc.record(Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, valuesOf(each, pool, name)])), {requiredKeys: required, noNullPrototype: true});
  if (typeof additionalProperties !== 'object') return record;
  const names = schema.propertyNames ? valuesOf(schema.propertyNames, pool, 'itemId').filter((name): name is string => typeof name === 'string') : fc.string({maxLength: 20});
  return fc.dictionary(names, valuesOf(additionalProperties, pool), {maxKeys: 3, noNullPrototype: true});
}

/** The places of a value, from the whole to each part of it. */
function placesOf(value: unknown, here: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [here];
  const inside = Array.isArray(value) ? value.slice(0, 5).map((each, index): [number, unknown] => [index, each]) : Object.entries(value);
  return [here, ...inside.flatMap(([name, each]) => placesOf(each, [...here, name]))];
}

type Spoiling = 'replace' | 'remove' | 'add';

function spoil(value: unknown, where: readonly (string | number)[], how: Spoiling, odd: unknown, name: string): unknown {
  const [first, ...rest] = where;
  if (first === undefined) {
    if (how === 'add' && typeof value === 'object' && value !== null && !Array.isArray(value)) return {...value, [name]: odd};
    return odd;
  }
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => (index !== first ? [each] : rest.length === 0 && how === 'remove' ? [] : [spoil(each, rest, how, odd, name)]));
  return Object.fromEntries(Object.entries(value as object).flatMap(([key, each]: [string, unknown]) => (key !== first ? [[key, each]] : rest.length === 0 && how === 'remove' ? [] : [[key, spoil(each, rest, how, odd, name)]])));
}

/** Values with one thing wrong: something odd in place of a part, a part left out, or a part too many. */
function spoiled(values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.tuple(values, fc.nat(), fc.constantFrom<Spoiling>('replace', 'replace', 'remove', 'add'), anything, fc.constantFrom(...ODD_NAMES)).map(([value, at, how, odd, name]) => {
    const places = placesOf(value);
    return spoil(value, places[at % places.length] ?? [], how, odd, name);
  });
}

function bodiesOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  const [fitting, spoilt] = [values, spoiled(values)].map((each) => each.map((value) => JSON.stringify(value)));
  return fc.oneof({weight: 5, arbitrary: fitting ?? brokenBodies}, {weight: 5, arbitrary: spoilt ?? brokenBodies}, {weight: 1, arbitrary: brokenBodies});
}

/** A request as it goes over the wire. */
export interface MadeRequest {
  method: Operation['method'];
  url: string;
  /** The body as text; null for none. */
  body: string | null;
}

const brokenBodies = fc.constantFrom('', '{', '[]', 'null', '"x"', '0', '{"a":1}{', '\ufeff{}', '{"__proto__":{"role":"coordinator"}}', '['.repeat(20_000));

/**
 * Requests to an operation: about half fit it, half have something wrong in the body, the path or the query. `example`: makes a body that
 * the service takes, for operations whose fields must agree with each other in ways that no schema says.
 */
export function requestsTo(operation: Operation, pool: Pool, example?: () => unknown): fc.Arbitrary<MadeRequest> {
  const inPath = operation.parameters.filter((each) => each.in === 'path');
  const inQuery = operation.parameters.filter((each) => each.in === 'query');
  const part = (parameter: Parameter, name: string): fc.Arbitrary<string> => fc.oneof(
    {weight: 4, arbitrary: valuesOf(parameter.schema, pool, name).map((value) => String(value))}, {weight: 1, arbitrary: oddText},
  );
  const path = inPath.length === 0 ? fc.constant(operation.pattern) : fc.tuple(...inPath.map((each) => part(each, each.name === 'id' ? nounOf(operation.pattern) : each.name))).map((values) =>
    inPath.reduce((url, {name}, index) => url.replace(`:${name}`, encode(values[index] ?? '') || 'x'), operation.pattern));
  const query = fc.tuple(...inQuery.map((each) => fc.option(part(each, each.name), {nil: null, freq: each.required ? 20 : 2})), fc.constantFrom('', '', '', '', 'a[__proto__]=x', 'page=1&page=2', '__proto__=x', '%', '=&=&', `x=${'a'.repeat(3000)}`)).map((values) => {
    const named = inQuery.flatMap(({name}, index) => (values[index] === null ? [] : [`${name}=${encode(values[index] ?? '')}`]));
    return [...named, values.at(-1) ?? ''].filter(Boolean).join('&');
  });
  const {body} = operation;
  const bodies: fc.Arbitrary<string | null> = body === null
    ? fc.oneof({weight: 6, arbitrary: fc.constant(null)}, fc.constantFrom('{}', '[]', ''))
    : bodiesOf(example ? fc.oneof(valuesOf(body, pool), fc.constant(null).map(example)) : valuesOf(body, pool));
  return fc.record({method: fc.constant(operation.method), url: fc.tuple(path, query).map(([before, after]) => (after ? `${before}?${after}` : before)), body: operation.method === 'GET' ? fc.constant(null) : bodies}, {noNullPrototype: true});
}

/** What an id in a path names: `/api/cohorts/:id/sessions` wants a `cohorts`. */
export function nounOf(pattern: string): string {
  return /([\w-]+)\/:id/.exec(pattern)?.[1] ?? 'id';
}

/** A lone half of a surrogate pair cannot stand in an address; it goes as the sign for what cannot be read. */
function encode(value: string): string {
  return encodeURIComponent(Buffer.from(value).toString()).slice(0, 3000).replace(/%.?$/, '');
}
