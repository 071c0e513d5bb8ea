import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the built styles, scripts and pictures are. `/assets/` is served from here. */
export const builtFolder: string = join(import.meta.dirname, 'built')

/**
 * GDS Transport, crest and crown, which the GOV.UK styles ask for. They stay in the package that brings them and are
 * served only by a service on GOV.UK: nobody else may use them.
 */
export const govukFolder: string = join(import.meta.dirname, '../../../node_modules/govuk-frontend/dist/govuk/assets')

/** Addresses under `/assets/`. Each holds a hash of its content, so that browsers may keep it for ever. */
export type AssetPaths = {
  readonly styles: { readonly plain: string; readonly govuk: string }
  readonly favicon: { readonly plain: string; readonly govuk: string }
  /** An ES module; the parts that few pages need are loaded by it when they are. */
  readonly script: string
}

/**
 * The addresses of the last build.
 *
 * @throws {Error} if nothing has been built: the root `postinstall` does it
 */
export function readAssets(folder: string = builtFolder): AssetPaths {
  const file = join(folder, 'manifest.json')
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as AssetPaths
  } catch (cause) {
    throw new Error(`cannot read ${file}: run node src/ui/assets/build.ts`, { cause })
  }
}
