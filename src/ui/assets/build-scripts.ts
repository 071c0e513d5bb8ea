import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { Plugin } from 'esbuild'
import type { Built } from './compress.ts'
import { builtFolder } from './manifest.ts'

/** The scripts of pages: the one that pages name, and the parts that it loads where a page needs them. */
export type BuiltScripts = { readonly entry: string; readonly files: readonly Built[] }

/** Where the scripts of pages begin. */
export const scriptsEntry: string = pathToFileURL(join(import.meta.dirname, 'scripts/app.ts')).href

let building = 0

/**
 * Makes of the scripts what browsers get.
 *
 * @param translated the sources of modules in another language, by their addresses. Left out: all speak English
 */
export async function buildScripts(translated?: ReadonlyMap<string, string>): Promise<BuiltScripts> {
  // A service in English alone never reads it.
  const esbuild = await import('esbuild')
  building += 1
  try {
    const result = await esbuild.build({
      entryPoints: [fileURLToPath(scriptsEntry)],
      outdir: builtFolder,
      bundle: true,
      splitting: true,
      minify: true,
      format: 'esm',
      target: 'es2020',
      entryNames: '[name]-[hash]',
      chunkNames: '[name]-[hash]',
      legalComments: 'none',
      write: false,
      metafile: true,
      define: { isTranslated: String(translated !== undefined) },
      plugins: translated === undefined ? [] : [readTranslated(translated)],
    })
    const entry = Object.entries(result.metafile.outputs).find(([, output]) => output.entryPoint?.endsWith('app.ts'))
    if (entry === undefined) throw new Error('the script bundle has no entry')
    const files = result.outputFiles.map((file) => ({ name: basename(file.path), content: file.contents }))
    return { entry: basename(entry[0]), files }
  } finally {
    building -= 1
    // It waits for more in a process of its own.
    if (building === 0) await esbuild.stop()
  }
}

const readTranslated = (translated: ReadonlyMap<string, string>): Plugin => ({
  name: 'read-translated',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^file:/ }, ({ path }) => ({ path: fileURLToPath(path) }))
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const contents = translated.get(pathToFileURL(path).href)
      return contents === undefined ? undefined : { contents, loader: 'ts' }
    })
  },
})
