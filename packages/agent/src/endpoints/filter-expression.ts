import { compilePattern } from '@konsul/serf/core';
import { FilterSyntaxError } from './filter-lexer.js';
import { type FilterNode, type FilterOperator, parseFilter } from './filter-parser.js';
import type { FilterField } from './filter-schema.js';

/** Whether the JSON view of an object is wanted. */
export type FilterPredicate = (view: unknown) => boolean;

/** Why an expression is none; the text is what clients of Consul see. */
export interface FilterFailure {
  readonly type: 'failure';
  readonly message: string;
}

/** What a compiled filter is: a test, or the reason why there is none. */
export type CompiledFilter =
  | { readonly type: 'filter'; readonly matches: FilterPredicate }
  | FilterFailure;

type ValueTest = (value: unknown) => boolean;
type MatchNode = Extract<FilterNode, { type: 'match' }>;

/**
 * Compiles a filter expression for the views that a schema describes. Names are those of the JSON
 * view, with their case.
 */
export function compileFilter(expression: string, schema: FilterField): CompiledFilter {
  try {
    return { type: 'filter', matches: compileNode(parseFilter(expression), schema) };
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    const message = `Failed to create boolean expression evaluator: ${error.detail}`;
    return { type: 'failure', message };
  }
}

function compileNode(node: FilterNode, schema: FilterField): FilterPredicate {
  switch (node.type) {
    case 'or': {
      const [left, right] = [compileNode(node.left, schema), compileNode(node.right, schema)];
      return (view) => left(view) || right(view);
    }
    case 'and': {
      const [left, right] = [compileNode(node.left, schema), compileNode(node.right, schema)];
      return (view) => left(view) && right(view);
    }
    case 'not': {
      const operand = compileNode(node.operand, schema);
      return (view) => !operand(view);
    }
    case 'match':
      return compileMatch(node, schema);
  }
}

function compileMatch(node: MatchNode, schema: FilterField): FilterPredicate {
  const field = resolve(node.selector, schema);
  const test = compileTest(node, field);
  const { selector, isNegated } = node;
  return (view) => anyValue(view, selector, (value) => test(value) !== isNegated);
}

/** The field a selector names; lists on the way are gone through. */
function resolve(selector: readonly string[], schema: FilterField): FilterField {
  let field = schema;
  for (const name of selector) {
    while (field.type === 'list') field = field.item;
    if (field.type === 'map') field = field.value;
    else if (field.type === 'record' && Object.hasOwn(field.fields, name)) {
      field = field.fields[name] ?? field;
    } else throw new FilterSyntaxError(`Selector "${selector.join('.')}" is not valid`);
  }
  return field;
}

/** Tests every value a selector leads to. A missing one is tested as undefined. */
function anyValue(view: unknown, names: readonly string[], test: ValueTest, at = 0): boolean {
  const name = names[at];
  if (name === undefined) return test(view);
  if (Array.isArray(view)) return view.some((item) => anyValue(item, names, test, at));
  if (typeof view !== 'object' || view === null || !Object.hasOwn(view, name)) {
    return test(undefined);
  }
  return anyValue((view as Readonly<Record<string, unknown>>)[name], names, test, at + 1);
}

const operatorsByType: Readonly<Record<FilterField['type'], readonly FilterOperator[]>> = {
  string: ['equal', 'in', 'matches', 'empty'],
  number: ['equal'],
  boolean: ['equal'],
  list: ['in', 'empty'],
  map: ['in', 'empty'],
  record: [],
};

function compileTest(node: MatchNode, field: FilterField): ValueTest {
  const { operator, value, selector } = node;
  if (!operatorsByType[field.type].includes(operator)) {
    throw new FilterSyntaxError(
      `Invalid match operator "${operator}" for selector "${selector.join('.')}"`,
    );
  }
  switch (operator) {
    case 'equal':
      return compileEqual(node, field);
    case 'in':
      return (held) => isIn(value, held);
    case 'matches': {
      const pattern = compilePattern(value);
      if (pattern.type === 'failure')
        throw new FilterSyntaxError(`error parsing regexp: ${pattern.message}`);
      return (held) => typeof held === 'string' && pattern.test(held);
    }
    case 'empty':
      return isEmpty;
  }
}

function compileEqual({ value, selector }: MatchNode, field: FilterField): ValueTest {
  if (field.type === 'string') return (held) => held === value;
  const isNumber = field.type === 'number';
  const isValid = isNumber
    ? value.trim() !== '' && Number.isFinite(Number(value))
    : ['true', 'false'].includes(value);
  if (!isValid) {
    const name = selector.join('.');
    throw new FilterSyntaxError(
      `${JSON.stringify(value)} is no ${field.type}, which selector "${name}" is`,
    );
  }
  const wanted = isNumber ? Number(value) : value === 'true';
  return (held) => held === wanted;
}

/** An element of a list, a key of a map, or a part of a text. */
function isIn(value: string, held: unknown): boolean {
  if (typeof held === 'string') return held.includes(value);
  if (Array.isArray(held)) return held.some((item) => String(item) === value);
  return typeof held === 'object' && held !== null && Object.hasOwn(held, value);
}

function isEmpty(held: unknown): boolean {
  if (held === undefined || held === null || held === '') return true;
  if (Array.isArray(held)) return held.length === 0;
  return typeof held === 'object' && Object.keys(held).length === 0;
}
