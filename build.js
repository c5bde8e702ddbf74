// Bundles src/ into dist/: one small start-up file, heavy libraries in pieces that load when they are needed.
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const sources = readdirSync('src', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.join(entry.parentPath, entry.name))
  .sort();
const hash = createHash('sha256').update(readFileSync('package-lock.json', 'utf8').replace(/\r/g, ''));
for (const file of sources) hash.update(readFileSync(file, 'utf8').replace(/\r/g, ''));

rmSync('dist', { recursive: true, force: true });
await build({
  entryPoints: { gen: 'src/cli/main.ts', docs: 'src/cli/reference.ts', worker: 'src/cli/worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  define: { GEN_VERSION: JSON.stringify(`${version}+${hash.digest('hex').slice(0, 12)}`) },
  banner: {
    js: [
      '#!/usr/bin/env node',
      "import { createRequire as __createRequire } from 'node:module';",
      'const require = __createRequire(import.meta.url);',
    ].join('\n'),
  },
  logLevel: 'warning',
});
chmodSync('dist/gen.js', 0o755);
