// `npm run bench`: installs the libraries that are measured beside the product, bundles the benchmark and runs it.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build } from 'esbuild';

if (!existsSync('bench/node_modules/carbone')) {
  const install = 'npm install --no-audit --no-fund --no-package-lock --ignore-scripts';
  execFileSync(install, { cwd: 'bench', stdio: 'inherit', shell: true });
}
execFileSync('npx', ['tsc', '--noEmit', '-p', 'bench'], { stdio: 'inherit' });
const outdir = 'bench/node_modules/.bench';
await build({
  entryPoints: ['bench/main.ts', 'bench/hash.ts'],
  outdir,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
});
execFileSync(process.execPath, ['build.js'], { stdio: 'inherit' });
const { status } = spawnSync(process.execPath, [`${outdir}/main.js`, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
