/** Builds the styles and scripts that browsers get: `node src/ui/assets/build.ts`. Run after every install. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { compileAsync } from 'sass'
import { buildScripts } from './build-scripts.ts'
import { type Built, compress } from './compress.ts'
import { type AssetPaths, builtFolder } from './manifest.ts'

const here = import.meta.dirname
const modules = join(here, '../../../node_modules')
const govuk = join(modules, 'govuk-frontend/dist/govuk')

/** Builds everything into `folder`. The manifest changes last, in one step, so that a running service never reads half a build. */
export async function buildAssets(folder: string = builtFolder): Promise<AssetPaths> {
  mkdirSync(folder, { recursive: true })
  const [plain, govukStyles, scripts] = await Promise.all([styles('plain'), styles('govuk'), buildScripts()])
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

function hashed(name: string, content: Uint8Array): Built {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10)
  const extension = extname(name)
  return { name: `${basename(name, extension)}-${hash}${extension}`, content }
}

async function writeCompressed(folder: string, { name, content }: Built): Promise<readonly string[]> {
  const { gzip, brotli } = await compress(content)
  writeFileSync(join(folder, name), content)
  writeFileSync(join(folder, `${name}.gz`), gzip)
  writeFileSync(join(folder, `${name}.br`), brotli)
  return [name, `${name}.gz`, `${name}.br`]
}

function removeOthers(folder: string, keep: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) if (!keep.has(name)) rmSync(join(folder, name), { recursive: true })
}

if (import.meta.main) await buildAssets()
