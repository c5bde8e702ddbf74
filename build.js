// Bundles src/ into dist/: gen.js, which starts program.js out of V8's code cache, exceljs.js beside it, and docs.js.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';

/** The tests build into a folder of their own. */
const DIST = process.argv[2] ?? 'dist';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))
  .sort();
const hash = createHash('sha256').update(readFileSync('package-lock.json', 'utf8').replace(/\r/g, ''));
for (const file of sources) hash.update(readFileSync(file, 'utf8').replace(/\r/g, ''));

/**
 * Libraries that most runs do without: loaded when first used, not when imported. (`entities` is markdown-it's,
 * `node:child_process` commander's; `yaml` explains and edits what js-yaml reads; most calls of Handlebars are so plain
 * that they are read without it.)
 */
const asleep = {
  name: 'asleep',
  setup({ onResolve, onLoad }) {
    const filter = /^(?:docxtemplater|pizzip|entities|node:child_process|yaml|handlebars)$/;
    onResolve({ filter }, ({ path: name, namespace }) =>
      namespace === 'asleep' ? undefined : { path: name, namespace: 'asleep' },
    );
    // Named imports ask which names there are: told without waking the library.
    onLoad({ filter, namespace: 'asleep' }, ({ path: name }) => ({
      contents: `const names = ${JSON.stringify(Object.keys(createRequire(import.meta.url)(name)))};
        const library = () => { const it = require(${JSON.stringify(name)}); return it.default ?? it; };
        module.exports = new Proxy(function () {}, {
          construct: (_, given) => Reflect.construct(library(), given),
          get: (_, key) => library()[key],
          ownKeys: (target) => [...new Set([...Reflect.ownKeys(target), ...names])],
        });`,
      resolveDir: process.cwd(),
    }));
  },
};

/** exceljs is as large as all else together, and few commands need it: a file of its own, loaded by them alone. */
const apart = {
  name: 'apart',
  setup({ onResolve }) {
    onResolve({ filter: /^exceljs$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './exceljs.js', external: true } : undefined,
    );
  },
};

/** markdown-it makes one whether links are looked for or not; in reports they are not. */
const withoutLinks = {
  name: 'without-links',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^linkify-it$/ }, ({ path: name }) => ({ path: name, namespace: 'without-links' }));
    onLoad({ filter: /^/, namespace: 'without-links' }, () => ({ contents: 'export default class {}' }));
  },
};

rmSync(DIST, { recursive: true, force: true });
const common = {
  outdir: DIST,
  bundle: true,
  minify: true,
  legalComments: 'none',
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  define: {
    GEN_VERSION: JSON.stringify(`${version}+${hash.digest('hex').slice(0, 12)}`),
    'import.meta.url': 'PROGRAM_URL',
  },
  // The program runs out of the code cache, where V8 has no import().
  supported: { 'dynamic-import': false },
  plugins: [asleep, apart, withoutLinks],
  logLevel: 'warning',
};
// What is imported within a function stays asleep in program.js until it is asked for.
const programs = { program: 'src/cli/main.ts', docs: 'src/cli/reference.ts' };
await build({ ...common, entryPoints: { ...programs, exceljs: 'exceljs' } });
await build({ ...common, entryPoints: { gen: 'src/cli/start.ts' }, banner: { js: '#!/usr/bin/env node' } });
wrap(path.join(DIST, 'program.js'));
writeFileSync(path.join(DIST, 'package.json'), '{ "type": "commonjs" }\n');
chmodSync(path.join(DIST, 'gen.js'), 0o755);
keepCode();

/**
 * Makes the program a function for src/cli/start.ts, in ASCII. esbuild escapes letters outside of it everywhere but in
 * regular expressions, where an escape means the same.
 */
function wrap(file) {
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const program = readFileSync(file, 'utf8').replace(/[\x80-\uffff]/g, escaped);
  writeFileSync(file, `(function (require, PROGRAM_URL) {${program}\n})`, 'latin1');
}

/**
 * Runs the program over the sample reports, and keeps what V8 compiled on the way: the second time, when it has read the
 * templates before, as it has on most days.
 */
function keepCode() {
  const root = mkdtempSync(path.join(tmpdir(), 'gen-'));
  try {
    for (const folder of ['data', 'templates']) cpSync(folder, path.join(root, folder), { recursive: true });
    const keep = `const { script } = require(process.argv[1]);
      process.on('exit', () => require('node:fs').writeFileSync(process.argv[1].replace('gen.js', 'program.js.cache'), script.createCachedData()));`;
    const gen = path.resolve(DIST, 'gen.js');
    spawnSync(process.execPath, [gen, '--thu-muc', root]);
    const { status, stderr } = spawnSync(process.execPath, ['-e', keep, gen, '--het', '--thu-muc', root], {
      encoding: 'utf8',
    });
    // Without it the program only starts more slowly.
    if (status !== 0) process.stderr.write(`no code cache: ${stderr.slice(0, 500)}\n`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
