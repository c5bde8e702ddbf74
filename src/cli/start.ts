import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';

/**
 * dist/gen.js: runs the bundled program, in threads too. The program is one file of a megabyte; what V8 made of it is kept beside it (by
 * build.js), so that a start need not compile it again. A cache that another Node made is refused by V8 itself, and costs
 * time only.
 */
const program = path.join(__dirname, 'program.js');

// V8 would first interpret a regular expression and compile it when it is used again, as all of ours are.
setFlagsFromString('--no-regexp-tier-up');

function codeCache(): Buffer | undefined {
  try {
    return readFileSync(`${program}.cache`);
  } catch {
    return undefined;
  }
}

/** A function in brackets, made by build.js: all its letters are ASCII, the others escaped, and need no decoding. */
export const script = new Script(readFileSync(program, 'latin1'), { filename: program, cachedData: codeCache() });

script.runInThisContext()(createRequire(program), pathToFileURL(__filename).href);
