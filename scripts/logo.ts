// npm run logo: draws docs/listing/logo.png (256 x 256, RGBA) from logo.svg beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

import { initWasm, Resvg } from '@resvg/resvg-wasm';

const FOLDER = new URL('../docs/listing/', import.meta.url);
const SIZE = 256;

const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
await initWasm(readFileSync(wasm));
const svg = readFileSync(new URL('logo.svg', FOLDER), 'utf8');
const drawing = new Resvg(svg, { fitTo: { mode: 'width', value: SIZE } }).render();
const file = fileURLToPath(new URL('logo.png', FOLDER));
writeFileSync(file, drawing.asPng());
console.log(`Drew logo.png, ${drawing.width} x ${drawing.height}`);
