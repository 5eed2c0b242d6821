// Builds what the binary embeds: the page, its workers and its style, each compressed, and the licences of all that is in them. The same versions give the same files: build.mjs FOLDER.
import { build } from 'esbuild';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [folder] = process.argv.slice(2);
const workers = ['monaco-editor/esm/vs/editor/editor.worker.js', 'monaco-editor/esm/vs/language/json/json.worker.js', 'monaco-graphql/esm/graphql.worker.js'];

// The fonts of the reader's system will do for text: those that GraphiQL brings are as large as half of its code.
const systemFonts = {
  name: 'system fonts',
  setup: ({ onLoad }) => onLoad({ filter: /\.css$/ }, async ({ path }) => ({
    contents: (await readFile(path, 'utf8')).replace(/@font-face\s*\{[^}]*font\/woff[^}]*\}/g, ''), loader: 'css',
  })),
};

const { outputFiles, metafile } = await build({
  entryPoints: ['main.jsx', ...workers.map(w => ({ in: join('node_modules', w), out: basename(w, '.js') }))].map(e => e.in ? e : { in: e, out: 'main' }),
  bundle: true, minify: true, format: 'esm', target: 'es2022', jsx: 'automatic', charset: 'utf8', legalComments: 'none',
  loader: { '.ttf': 'dataurl' }, plugins: [systemFonts], outdir: folder, write: false, metafile: true,
});

// packages are the folders of those that the inputs come from.
const packages = new Set(Object.keys(metafile.inputs).map(input => input.match(/^.*node_modules\/(@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean));

async function licence(dir) {
  const { name, version, license, homepage } = JSON.parse(await readFile(join(dir, 'package.json')));
  const texts = (await readdir(dir)).filter(file => /^(licen[cs]e|notice|thirdpartynotices)/i.test(file)).sort();
  const said = await Promise.all(texts.map(file => readFile(join(dir, file), 'utf8')));
  return [`${name} ${version}, ${license}${homepage ? `, ${homepage}` : ''}`, ...said.map(text => text.replace(/\r\n/g, '\n').trim())].join('\n\n');
}

const licences = await Promise.all([...packages].sort().map(licence));
const notices = `The playground of councilgraph is made of these packages.\n\n${[...new Set(licences)].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;

await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
for (const { path, contents } of outputFiles) await writeFile(join(folder, basename(path) + '.gz'), gzipSync(contents, { level: 9 }));
await writeFile(join(folder, 'NOTICES.txt.gz'), gzipSync(notices, { level: 9 }));
