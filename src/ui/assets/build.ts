/** Builds the styles and scripts that browsers get: `node src/ui/assets/build.ts`. Run after every install. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { build } from 'esbuild'
import { compileAsync } from 'sass'
import { type AssetPaths, builtFolder } from './manifest.ts'

const here = import.meta.dirname
const modules = join(here, '../../../node_modules')
const govuk = join(modules, 'govuk-frontend/dist/govuk')

type Built = { readonly name: string; readonly content: Uint8Array }

/** Builds everything into `folder`. The manifest changes last, in one step, so that a running service never reads half a build. */
export async function buildAssets(folder: string = builtFolder): Promise<AssetPaths> {
  mkdirSync(folder, { recursive: true })
  const [plain, govukStyles, scripts] = await Promise.all([styles('plain'), styles('govuk'), browserScripts()])
  const favicon = hashed('favicon.svg', readFileSync(join(here, 'images/favicon.svg')))
  const govukFavicon = hashed('favicon-govuk.svg', readFileSync(join(govuk, 'assets/images/favicon.svg')))
  const files = [plain, govukStyles, favicon, govukFavicon, ...scripts.files]
  const written = await Promise.all(files.map((file) => writeCompressed(folder, file)))

  const address = (file: Built) => `/assets/${file.name}`
  const paths: AssetPaths = {
    styles: { plain: address(plain), govuk: address(govukStyles) },
    favicon: { plain: address(favicon), govuk: address(govukFavicon) },
    script: `/assets/${scripts.entry}`,
  }
  const draft = join(folder, `manifest-${process.pid}.json`)
  writeFileSync(draft, `${JSON.stringify(paths, null, 2)}\n`)
  renameSync(draft, join(folder, 'manifest.json'))
  removeOthers(folder, new Set(['manifest.json', ...written.flat()]))
  return paths
}

async function styles(theme: 'plain' | 'govuk'): Promise<Built> {
  const { css } = await compileAsync(join(here, 'styles', theme === 'plain' ? 'app.scss' : 'app-govuk.scss'), {
    loadPaths: [modules],
    style: 'compressed',
    quietDeps: true,
  })
  return hashed(`${theme}.css`, Buffer.from(css))
}

async function browserScripts(): Promise<{ readonly entry: string; readonly files: readonly Built[] }> {
  const result = await build({
    entryPoints: [join(here, 'scripts/app.ts')],
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
  })
  const entry = Object.entries(result.metafile.outputs).find(([, output]) => output.entryPoint?.endsWith('app.ts'))
  if (entry === undefined) throw new Error('the script bundle has no entry')
  const files = result.outputFiles.map((file) => ({ name: basename(file.path), content: file.contents }))
  return { entry: basename(entry[0]), files }
}

function hashed(name: string, content: Uint8Array): Built {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const extension = extname(name)
  return { name: `${basename(name, extension)}-${hash}${extension}`, content }
}

async function writeCompressed(folder: string, { name, content }: Built): Promise<readonly string[]> {
  const [zipped, brotli] = await Promise.all([
    promisify(gzip)(content, { level: 9 }),
    promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  ])
  writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, `${name}.gz`), zipped)
  writeFileSync(join(folder, `${name}.br`), brotli)
  return [name, `${name}.gz`, `${name}.br`]
}

function removeOthers(folder: string, keep: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) if (!keep.has(name)) rmSync(join(folder, name), { recursive: true })
}

if (import.meta.main) await buildAssets()
