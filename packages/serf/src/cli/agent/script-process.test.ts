import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SCRIPT_OUTPUT_BYTES_MAX, type ScriptResult, startScript } from './script-process.js';

async function run(script: string, input = ''): Promise<ScriptResult & { readonly text: string }> {
  const request = { script, environment: { SERF_EVENT: 'user' }, input: Buffer.from(input) };
  const result = await startScript(spawn, request).result;
  return { ...result, text: Buffer.from(result.output).toString() };
}

describe('a script', () => {
  test('reads what it is told and writes what is kept, both of its outputs', async () => {
    const { text, failure } = await run('cat; printf "$SERF_EVENT"; printf err >&2', 'in ');
    expect(failure).toBeUndefined();
    expect(text).toContain('in user');
    expect(text).toContain('err');
  });

  test('need not read', async () => {
    expect((await run('true', 'x'.repeat(1_000_000))).failure).toBeUndefined();
  });

  test('loses the beginning of what is too much', async () => {
    const script = 'head -c 20000 /dev/zero | tr "\\0" x; printf end';
    const { output, outputBytes, text } = await run(script);
    expect(output).toHaveLength(SCRIPT_OUTPUT_BYTES_MAX);
    expect(outputBytes).toBe(20_003);
    expect(text.endsWith('xend')).toBe(true);
  });

  test('says how it failed', async () => {
    expect((await run('exit 3')).failure).toBe('exit status 3');
  });

  test('is killed with everything it has started', async () => {
    const request = { script: 'sleep 600 | sleep 600', environment: {}, input: Buffer.from('') };
    const process = startScript(spawn, request);
    process.kill();
    expect((await process.result).failure).toBe('signal: SIGKILL');
  });

  test('is over when it is killed, even if what it left behind holds on to its outputs', async () => {
    const options = "{detached:true,stdio:'inherit'}";
    const leave = `const left = child_process.spawn('sleep',['600'],${options}); left.unref();`;
    const script = `"${process.execPath}" -e "${leave} process.stdout.write(String(left.pid))"`;
    const children: ChildProcess[] = [];
    const spawnNoted = ((...call: Parameters<typeof spawn>) => {
      const child = spawn(...call);
      children.push(child);
      return child;
    }) as typeof spawn;
    const running = startScript(spawnNoted, { script, environment: {}, input: Buffer.from('') });
    const [child] = children;
    if (!child?.stdout) throw new Error('nothing was started');
    const [[bytes]] = await Promise.all([once(child.stdout, 'data'), once(child, 'exit')]);
    const leftPid = Number(String(bytes));
    expect(leftPid).toBeGreaterThan(1);
    onTestFinished(() => void process.kill(leftPid));
    running.kill();
    expect((await running.result).failure).toBeUndefined();
  });
});
