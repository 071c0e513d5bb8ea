import { readFile, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, type Plugin } from 'esbuild'
import { bundleFolder, programParts } from './find-program.ts'

/**
 * Writes the program that `npm start` runs as a few files. Node keeps some 15 KB for every file that it loads, whatever is in
 * it, and the program has thousands. Packages are left as they are, and so are the threads, which load what they need.
 *
 * @param folder where; nothing else is kept there
 */
export async function bundleProgram(folder = bundleFolder): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const source = (file: string) => join(import.meta.dirname, file)
  await build({
    entryPoints: Object.fromEntries(Object.entries(programParts).map(([part, file]) => [part, source(file)])),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    logLevel: 'error',
    plugins: [keepPlaces],
  })
}

/** A file of the bundle finds its neighbours, such as guides, styles and threads, where it was written. */
const keepPlaces: Plugin = {
  name: 'keep-places',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8')
      const contents = text
        .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
        .replaceAll('import.meta.filename', JSON.stringify(path))
        .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
      return { contents, loader: 'ts' }
    })
  },
}
