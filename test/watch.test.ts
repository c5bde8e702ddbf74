import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { watchFolders } from '../src/cli/watch.ts';

/** Each change must be noticed: a test waits for its call, and fails by its own time limit when none comes. */
let root: string;
let stop: AbortController;
let watching: Promise<void>;
let waiting: (() => void) | undefined;
let calls: number;

const noticed = (change: () => void): Promise<void> =>
  new Promise((resolve) => {
    waiting = resolve;
    change();
  });

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'theo dõi '));
  mkdirSync(path.join(root, 'bao-cao'));
  writeFileSync(path.join(root, 'bao-cao', 'a.yaml'), 'một');
  stop = new AbortController();
  calls = 0;
  watching = watchFolders(
    [root],
    async () => {
      calls += 1;
      waiting?.();
    },
    stop.signal,
  );
});
afterEach(async () => {
  stop.abort();
  await watching;
  rmSync(root, { recursive: true });
});

const file = (name = 'bao-cao/a.yaml'): string => path.join(root, name);

/** As editors save: a new file, put in the old one's place. */
function replace(text: string): void {
  writeFileSync(file('bao-cao/a.yaml.tmp'), text);
  renameSync(file('bao-cao/a.yaml.tmp'), file());
}

test('a save in place after a file was put in the old one’s place', async () => {
  await noticed(() => replace('hai'));
  await noticed(() => appendFileSync(file(), 'ba'));
  await noticed(() => replace('bốn'));
});

test('a file that is deleted, and comes back', async () => {
  await noticed(() => rmSync(file()));
  await noticed(() => writeFileSync(file(), 'lại'));
  await noticed(() => appendFileSync(file(), 'nữa'));
});

test('a folder that is new, and one that was made anew', async () => {
  await noticed(() => mkdirSync(file('bao-cao/so-moi')));
  await noticed(() => writeFileSync(file('bao-cao/so-moi/2022-6T.yaml'), 'một'));
  await noticed(() => rmSync(file('bao-cao/so-moi'), { recursive: true }));
  await noticed(() => mkdirSync(file('bao-cao/so-moi')));
  await noticed(() => writeFileSync(file('bao-cao/so-moi/2022-6T.yaml'), 'hai'));
});

test('a burst of saves is one change', async () => {
  await noticed(() => {
    for (const text of ['1', '2', '3', '4', '5']) writeFileSync(file(), text);
  });
  expect(calls).toBe(1);
});
