import { HclLexer, HclSyntaxError, type HclToken } from './hcl-lexer.js';

/** What an HCL text becomes; every block and every object outside a list is a list of objects. */
export type HclValue = string | number | boolean | readonly HclValue[] | HclObject;

/** Keys and values of a block. */
export interface HclObject {
  readonly [key: string]: HclValue;
}

/** Deepest nesting that is read; configuration needs about six. */
const DEPTH_MAX = 64;

type Fields = Map<string, HclValue>;

/**
 * Reads HCL 1, the language of Consul's configuration files. Blocks of one name are collected in a
 * list (`service {...} service {...}`); of two assignments the later one counts, and two lists are
 * joined. Nothing is evaluated: `${...}` stays text.
 *
 * @throws HclSyntaxError whose message begins with line and column.
 *
 * Source: the HCL 1 syntax description (github.com/hashicorp/hcl, branch hcl1).
 */
export function parseHcl(source: string): HclObject {
  const parser = new HclParser(source.replace(/^\ufeff/, ''));
  try {
    return parser.parse();
  } catch (error) {
    if (!(error instanceof HclSyntaxError)) throw error;
    const before = source.slice(0, error.offset);
    const line = before.split('\n').length;
    const column = error.offset - before.lastIndexOf('\n');
    throw new HclSyntaxError(`line ${line}, column ${column}: ${error.message}`, error.offset);
  }
}

class HclParser {
  readonly #lexer: HclLexer;
  #token: HclToken;
  #depth = 0;

  constructor(source: string) {
    this.#lexer = new HclLexer(source);
    this.#token = { type: 'end', text: '', value: '', offset: 0 };
  }

  parse(): HclObject {
    this.#advance();
    return this.#fields('end of file');
  }

  #advance(): void {
    this.#token = this.#lexer.next();
  }

  #is(punctuation: string): boolean {
    return this.#token.type === 'punctuation' && this.#token.text === punctuation;
  }

  #fail(expected: string): never {
    throw new HclSyntaxError(`expected ${expected}, got ${this.#token.text}`, this.#token.offset);
  }

  #braced(): HclObject {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) {
      throw new HclSyntaxError(`nesting is deeper than ${DEPTH_MAX}`, this.#token.offset);
    }
    this.#advance();
    const value = this.#fields('}');
    if (!this.#is('}')) this.#fail('a key or }');
    this.#advance();
    this.#depth -= 1;
    return value;
  }

  #fields(closing: string): HclObject {
    const fields: Fields = new Map();
    while (
      this.#token.type === 'identifier' ||
      this.#token.type === 'string' ||
      this.#token.type === 'boolean'
    ) {
      this.#field(fields);
      if (this.#is(',')) this.#advance();
    }
    if (this.#token.text !== closing) this.#fail(`a key or ${closing}`);
    // Own properties whatever their names: a key __proto__ is a key and nothing more.
    return Object.fromEntries(fields);
  }

  /** `key = value`, or `key "label"... { }`. */
  #field(fields: Fields): void {
    const { offset } = this.#token;
    const key = String(this.#token.value);
    this.#advance();
    if (this.#is('=')) {
      this.#advance();
      this.#assign(fields, { key, value: this.#value(), offset });
      return;
    }
    const labels: string[] = [];
    while (this.#token.type === 'identifier' || this.#token.type === 'string') {
      labels.push(String(this.#token.value));
      this.#advance();
    }
    if (!this.#is('{')) this.#fail(labels.length === 0 ? '= or {' : '{');
    let body: HclObject = this.#braced();
    for (const label of labels.reverse()) body = Object.fromEntries([[label, [body]]]);
    this.#assign(fields, { key, value: [body], offset });
  }

  #assign(fields: Fields, field: { key: string; value: HclValue; offset: number }): void {
    const { key, value, offset } = field;
    const former = fields.get(key);
    if (former === undefined || (!Array.isArray(former) && !Array.isArray(value))) {
      fields.set(key, value);
    } else if (Array.isArray(former) && Array.isArray(value)) {
      fields.set(key, [...former, ...value]);
    } else {
      throw new HclSyntaxError(`${key} is given both as a value and as a list or block`, offset);
    }
  }

  #value(): HclValue {
    if (this.#is('{')) return [this.#braced()];
    return this.#element();
  }

  #element(): HclValue {
    if (this.#is('[')) return this.#list();
    if (this.#is('{')) return this.#braced();
    const { type, value } = this.#token;
    if (type !== 'string' && type !== 'number' && type !== 'boolean') this.#fail('a value');
    this.#advance();
    return value;
  }

  #list(): HclValue[] {
    this.#depth += 1;
    if (this.#depth > DEPTH_MAX) {
      throw new HclSyntaxError(`nesting is deeper than ${DEPTH_MAX}`, this.#token.offset);
    }
    this.#advance();
    const elements: HclValue[] = [];
    while (!this.#is(']')) {
      if (this.#is(',') && elements.length === 0) this.#advance();
      if (this.#is(']')) break;
      elements.push(this.#element());
      if (this.#is(',')) this.#advance();
      else if (!this.#is(']')) this.#fail(', or ]');
    }
    this.#advance();
    this.#depth -= 1;
    return elements;
  }
}
