// Make modules shorter with Terser: {name: text} on standard input becomes {name: shorter text} on standard output. minified.py runs it.
import { text } from "node:stream/consumers";
import { minify } from "terser";

const OPTIONS = { module: true, ecma: 2020, compress: { passes: 2 }, format: { comments: false } };

const written = JSON.parse(await text(process.stdin));
const made = {};
for (const [name, source] of Object.entries(written)) made[name] = (await minify(source, OPTIONS)).code;
process.stdout.write(JSON.stringify(made));
