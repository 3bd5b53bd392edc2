import type { QueryFilter, Tags } from './messages.js';
import { compilePattern } from './pattern/linear-pattern.js';

/** Filters looked at in one query; one with more matches nobody. */
const FILTER_COUNT_MAX = 32;
/** Longest tag value held against an expression; meta cannot carry longer ones. */
const TAG_VALUE_LENGTH_MAX = 512;

/** A test of members; expressions are compiled once. */
export type FilterTest = (name: string, tags: Tags) => boolean;

/**
 * Who a query is meant for. Expressions are RE2 and find their match anywhere in the tag's value; a
 * missing tag counts as empty. What cannot be read or compiled matches nobody.
 *
 * Source: Serf's query filters. That no expression takes more than linear time is RE2's property.
 */
export function compileFilters(filters: readonly QueryFilter[]): FilterTest {
  if (filters.length > FILTER_COUNT_MAX) return () => false;
  const tests = filters.map(compileFilter);
  return (name, tags) => tests.every((test) => test(name, tags));
}

function compileFilter(filter: QueryFilter): FilterTest {
  if (filter.type === 'unreadable') return () => false;
  if (filter.type === 'nodes') return (name) => filter.names.includes(name);
  const pattern = compilePattern(filter.expression);
  if (pattern.type === 'failure') return () => false;
  return (_, tags) => {
    const value = Object.hasOwn(tags, filter.tag) ? (tags[filter.tag] ?? '') : '';
    return value.length <= TAG_VALUE_LENGTH_MAX && pattern.test(value);
  };
}
