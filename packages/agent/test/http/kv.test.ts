import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type HttpAnswer, HttpHarness, parse, until } from './http-harness.js';

let api: HttpHarness;

beforeEach(async () => {
  api = await new HttpHarness().start();
});

afterEach(() => api.stop());

const ok = { status: 200, body: 'true' };
const notHeld = { status: 200, body: 'false' };
const indexOf = (answer: HttpAnswer): string | undefined => answer.headers['X-Consul-Index'];

describe('one key', () => {
  test('what was put comes back, with all its fields', async () => {
    expect(await api.put('/v1/kv/a/b?flags=7', 'hello')).toMatchObject(ok);
    const answer = await api.get('/v1/kv/a/b');
    expect(answer.body).toBe(
      '[{"LockIndex":0,"Key":"a/b","Flags":7,"Value":"aGVsbG8=","CreateIndex":1,"ModifyIndex":1}]',
    );
    expect(indexOf(answer)).toBe('1');
    expect(answer.headers).not.toHaveProperty('X-Consul-Effective-Consistency');
  });

  test('an empty value is null', async () => {
    await api.put('/v1/kv/a');
    expect(parse(await api.get('/v1/kv/a'))).toMatchObject([{ Value: null, Flags: 0 }]);
  });

  test('flags keep all of their 64 bits', async () => {
    await api.put('/v1/kv/a?flags=18446744073709551615', 'x');
    expect((await api.get('/v1/kv/a')).body).toContain('"Flags":18446744073709551615,');
    expect((await api.get('/v1/kv/a?pretty')).body).toContain('"Flags": 18446744073709551615,\n');
    await api.put('/v1/kv/a?flags=9007199254740993', 'x');
    expect((await api.get('/v1/kv/?recurse')).body).toContain('"Flags":9007199254740993,');
  });

  test('flags that do not fit are refused as Go refuses them', async () => {
    expect(await api.put('/v1/kv/a?flags=x', '')).toMatchObject({
      status: 400,
      body: 'flags: strconv.ParseUint: parsing "x": invalid syntax',
    });
    expect(await api.put('/v1/kv/a?flags=18446744073709551616', '')).toMatchObject({
      status: 400,
      body: 'flags: strconv.ParseUint: parsing "18446744073709551616": value out of range',
    });
  });

  test('an absent key is 404 without a body, with an index', async () => {
    const answer = await api.get('/v1/kv/gone');
    expect(answer).toMatchObject({ status: 404, body: '' });
    expect(indexOf(answer)).toBe('1');
    expect(await api.get('/v1/kv/gone?raw')).toMatchObject({ status: 404, body: '' });
  });

  test('keys are bytes: case, slashes, spaces and what is not UTF-8 all count', async () => {
    for (const key of [
      'Key',
      'key',
      '/key',
      'key/',
      'a%20b',
      '%ff%fe',
      'ke%79%2Fx',
      'a+b',
      'a%25b',
    ]) {
      await api.put(`/v1/kv/${key}`, key);
    }
    for (const key of ['Key', 'key', '/key', 'key/', 'a%20b', '%FF%FE', 'key/x', 'a+b', 'a%25b']) {
      const { status, body } = await api.get(`/v1/kv/${key}?raw`);
      expect(status, key).toBe(200);
      expect(body.toLowerCase().replace('ke%79%2fx', 'key/x')).toBe(key.toLowerCase());
    }
    expect(parse(await api.get('/v1/kv/a%25b'))).toMatchObject([{ Key: 'a%b' }]);
    expect(parse(await api.get('/v1/kv/?keys'))).toHaveLength(9);
  });

  test('a raw value is nothing but its bytes, and no browser runs it', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    await api.put('/v1/kv/a', bytes);
    const answer = await api.get('/v1/kv/a?raw');
    expect(new Uint8Array(answer.bytes)).toEqual(bytes);
    expect(answer.headers).toMatchObject({
      'Content-Type': 'text/plain',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': 'sandbox',
      'X-Consul-Index': '1',
    });
  });

  test('a key is needed', async () => {
    const missing = { status: 400, body: 'Missing key name' };
    expect(await api.get('/v1/kv/')).toMatchObject(missing);
    expect(await api.put('/v1/kv/', 'x')).toMatchObject(missing);
    expect(await api.send('DELETE', '/v1/kv/')).toMatchObject(missing);
  });
});

describe('conditions', () => {
  test('a put with cas holds only at that index, 0 meaning absent', async () => {
    expect(await api.put('/v1/kv/a?cas=0', '1')).toMatchObject(ok);
    expect(await api.put('/v1/kv/a?cas=0', '2')).toMatchObject(notHeld);
    expect(await api.put('/v1/kv/a?cas=1', '3')).toMatchObject(ok);
    expect(await api.put('/v1/kv/a?cas=18446744073709551615', '4')).toMatchObject(notHeld);
    expect((await api.get('/v1/kv/a?raw')).body).toBe('3');
    expect(await api.put('/v1/kv/a?cas=', '1')).toMatchObject({
      status: 400,
      body: 'cas: strconv.ParseUint: parsing "": invalid syntax',
    });
  });

  test('a delete with cas holds for an absent key too', async () => {
    await api.put('/v1/kv/a', '1');
    expect(await api.send('DELETE', '/v1/kv/a?cas=0')).toMatchObject(notHeld);
    expect(await api.send('DELETE', '/v1/kv/a?cas=9')).toMatchObject(notHeld);
    expect(await api.send('DELETE', '/v1/kv/a?cas=1')).toMatchObject(ok);
    expect(await api.send('DELETE', '/v1/kv/a?cas=1')).toMatchObject(ok);
  });

  test('flags that exclude each other are refused', async () => {
    const refused = { status: 400, body: 'Conflicting flags: cas=1&acquire=s\n' };
    expect(await api.put('/v1/kv/a?cas=1&acquire=s', '')).toMatchObject(refused);
    expect(await api.send('DELETE', '/v1/kv/a?recurse&cas=1')).toMatchObject({ status: 400 });
    expect(await api.get('/v1/kv/a?recurse&keys')).toMatchObject({ status: 400 });
  });

  test('locks do not exist, and nothing is written', async () => {
    for (const name of ['acquire', 'release']) {
      const answer = await api.put(`/v1/kv/a?${name}=s`, 'x');
      const body = `?${name} is not supported: this agent has no sessions`;
      expect(answer).toMatchObject({ status: 404, body });
    }
    expect(await api.get('/v1/kv/a')).toMatchObject({ status: 404 });
  });
});

describe('many keys', () => {
  beforeEach(async () => {
    for (const key of ['a/2', 'a/1', 'a/b/1', 'b', 'a/b/2']) await api.put(`/v1/kv/${key}`, key);
  });

  test('a tree comes in byte order, with the highest index in it', async () => {
    const answer = await api.get('/v1/kv/a/?recurse');
    const keys = (parse(answer) as { Key: string }[]).map(({ Key }) => Key);
    expect(keys).toEqual(['a/1', 'a/2', 'a/b/1', 'a/b/2']);
    expect(indexOf(answer)).toBe('5');
    expect(parse(await api.get('/v1/kv/?recurse'))).toHaveLength(5);
    expect(await api.get('/v1/kv/zz?recurse')).toMatchObject({ status: 404, body: '' });
  });

  test('keys are cut behind the separator, which has a wrong spelling too', async () => {
    expect(parse(await api.get('/v1/kv/a/?keys'))).toEqual(['a/1', 'a/2', 'a/b/1', 'a/b/2']);
    expect(parse(await api.get('/v1/kv/?keys&separator=/'))).toEqual(['a/', 'b']);
    expect(parse(await api.get('/v1/kv/a/?keys&seperator=/'))).toEqual(['a/1', 'a/2', 'a/b/']);
  });

  test('no keys are 404 but under the empty prefix', async () => {
    expect(await api.get('/v1/kv/zz?keys')).toMatchObject({ status: 404, body: '' });
    await api.send('DELETE', '/v1/kv/?recurse');
    expect(await api.get('/v1/kv/?keys')).toMatchObject({ status: 200, body: '[]' });
  });

  test('deleting is true whether or not there was anything, and goes on below with recurse', async () => {
    expect(await api.send('DELETE', '/v1/kv/gone')).toMatchObject(ok);
    expect(await api.send('DELETE', '/v1/kv/a/b/?recurse')).toMatchObject(ok);
    expect(parse(await api.get('/v1/kv/?keys'))).toEqual(['a/1', 'a/2', 'b']);
  });

  test('an index never goes back when what was newest is deleted', async () => {
    await api.send('DELETE', '/v1/kv/a/b/2');
    expect(Number(indexOf(await api.get('/v1/kv/a/?recurse')))).toBe(6);
    expect(indexOf(await api.get('/v1/kv/a/b/2'))).toBe('6');
  });

  test('deleting a key wakes who waits for it', async () => {
    const waiting = api.get('/v1/kv/b?index=4');
    await until(() => api.gateway.waiterCount === 1);
    await api.send('DELETE', '/v1/kv/b');
    const answer = await waiting;
    expect(answer.status).toBe(404);
    expect(indexOf(answer)).toBe('6');
  });

  test('writing the same again changes no index and wakes nobody', async () => {
    const waiting = api.get('/v1/kv/b?index=4');
    await until(() => api.gateway.waiterCount === 1);
    expect(await api.put('/v1/kv/b', 'b')).toMatchObject(ok);
    expect(api.gateway.waiterCount).toBe(1);
    await api.put('/v1/kv/b', 'other');
    expect(parse(await waiting)).toMatchObject([{ ModifyIndex: 7 }]);
  });

  test('another datacenter has keys of its own', async () => {
    await api.put('/v1/kv/b?dc=dc2', 'far');
    expect((await api.get('/v1/kv/b?raw&dc=dc2')).body).toBe('far');
    expect((await api.get('/v1/kv/b?raw')).body).toBe('b');
  });
});
