import { FilterSyntaxError, type FilterToken, lexFilter } from './filter-lexer.js';

/** How a field is compared. */
export type FilterOperator = 'equal' | 'in' | 'matches' | 'empty';

/** What a filter expression says. */
export type FilterNode =
  | { readonly type: 'or' | 'and'; readonly left: FilterNode; readonly right: FilterNode }
  | { readonly type: 'not'; readonly operand: FilterNode }
  | {
      readonly type: 'match';
      readonly selector: readonly string[];
      readonly operator: FilterOperator;
      /** Of no meaning for `empty`. */
      readonly value: string;
      readonly isNegated: boolean;
    };

/** How long an expression may be, in code units. */
export const filterLengthMax = 8192;
/** How deep parentheses and negations may be nested. */
export const filterDepthMax = 64;

const bindingPowers: Readonly<Record<string, number>> = { or: 1, and: 2 };

/**
 * Reads an expression.
 *
 * Source: the grammar of go-bexpr; operator precedence parsing after Pratt (1973).
 *
 * @throws FilterSyntaxError saying what was expected where.
 */
export function parseFilter(text: string): FilterNode {
  if (text.length > filterLengthMax) {
    throw new FilterSyntaxError(`${text.length} characters are above ${filterLengthMax}`);
  }
  const parser = new FilterParser(lexFilter(text));
  const node = parser.parse(0);
  parser.expectEnd();
  return node;
}

interface Operand {
  /** The names of a selector; undefined for what can only be a value. */
  readonly selector: readonly string[] | undefined;
  readonly text: string;
}

class FilterParser {
  readonly #tokens: readonly FilterToken[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly FilterToken[]) {
    this.#tokens = tokens;
  }

  parse(powerMin: number): FilterNode {
    let left = this.#prefix();
    for (;;) {
      const { type, text } = this.#peek();
      const power = type === 'word' ? (bindingPowers[text] ?? 0) : 0;
      if (power <= powerMin) return left;
      this.#at += 1;
      left = { type: text === 'or' ? 'or' : 'and', left, right: this.parse(power) };
    }
  }

  expectEnd(): void {
    if (this.#peek().type !== 'end') throw this.#unexpected('"and", "or" or the end');
  }

  #prefix(): FilterNode {
    this.#depth += 1;
    if (this.#depth > filterDepthMax) {
      throw new FilterSyntaxError(`expression is nested deeper than ${filterDepthMax}`);
    }
    const node = this.#negationOrGroup() ?? this.#match();
    this.#depth -= 1;
    return node;
  }

  #negationOrGroup(): FilterNode | undefined {
    if (this.#take('word', 'not')) return { type: 'not', operand: this.#prefix() };
    if (!this.#take('mark', '(')) return undefined;
    const inner = this.parse(0);
    if (!this.#take('mark', ')')) throw this.#unexpected('")"');
    return inner;
  }

  #match(): FilterNode {
    const left = this.#operand();
    if (this.#take('mark', '==')) return this.#compare(left, 'equal', false);
    if (this.#take('mark', '!=')) return this.#compare(left, 'equal', true);
    if (this.#take('word', 'is')) {
      const isNegated = this.#take('word', 'not');
      if (!this.#take('word', 'empty')) throw this.#unexpected('"empty"');
      const selector = this.#selectorOf(left);
      return { type: 'match', selector, operator: 'empty', value: '', isNegated };
    }
    const isNegated = this.#take('word', 'not');
    if (this.#take('word', 'contains')) return this.#compare(left, 'in', isNegated);
    if (this.#take('word', 'matches')) return this.#compare(left, 'matches', isNegated);
    if (!this.#take('word', 'in')) throw this.#unexpected('an operator');
    const selector = this.#selectorOf(this.#operand());
    return { type: 'match', selector, operator: 'in', value: left.text, isNegated };
  }

  #compare(left: Operand, operator: FilterOperator, isNegated: boolean): FilterNode {
    const value = this.#operand().text;
    return { type: 'match', selector: this.#selectorOf(left), operator, value, isNegated };
  }

  /** A selector or a value: which of them, the operator decides. */
  #operand(): Operand {
    const first = this.#peek();
    if (first.type === 'end' || first.type === 'mark') throw this.#unexpected('a field or a value');
    this.#at += 1;
    if (first.type === 'number') return { selector: undefined, text: first.text };
    if (first.type === 'string') return { selector: readPointer(first.text), text: first.text };
    const names = [first.text];
    for (;;) {
      if (this.#take('mark', '.')) names.push(this.#expect('word'));
      else if (this.#take('mark', '[')) {
        names.push(this.#expect('string'));
        if (!this.#take('mark', ']')) throw this.#unexpected('"]"');
      } else return { selector: names, text: names.join('.') };
    }
  }

  #selectorOf({ selector, text }: Operand): readonly string[] {
    if (selector === undefined) throw new FilterSyntaxError(`${JSON.stringify(text)} is no field`);
    return selector;
  }

  #peek(): FilterToken {
    return this.#tokens[this.#at] ?? { type: 'end', text: '', at: 0 };
  }

  #take(type: FilterToken['type'], text: string): boolean {
    const token = this.#peek();
    if (token.type !== type || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #expect(type: 'word' | 'string'): string {
    const token = this.#peek();
    if (token.type !== type) throw this.#unexpected(type === 'word' ? 'a name' : 'a string');
    this.#at += 1;
    return token.text;
  }

  #unexpected(wanted: string): FilterSyntaxError {
    const { type, text, at } = this.#peek();
    const found = type === 'end' ? 'the end' : JSON.stringify(text);
    return new FilterSyntaxError(`expected ${wanted} at position ${at + 1}, found ${found}`);
  }
}

/** The names of a JSON pointer (RFC 6901). */
function readPointer(text: string): readonly string[] | undefined {
  if (!text.startsWith('/')) return undefined;
  const names = text.slice(1).split('/');
  return names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}
