import type { Import, SourceFile } from './source-files.ts'

/** The areas in the order in which they may depend on each other: each sees those before it, through their `index.ts`. */
export const areas = [
  'audit',
  'files',
  'notifications',
  'accounts',
  'funds',
  'forms',
  'sheets',
  'guidance',
  'applications',
  'assessment',
  'decisions',
  'support',
  'publishing',
  'reviews',
  'experts',
  'network',
  'benefits',
  'privacy',
  'search',
  'home',
] as const

type Area = (typeof areas)[number]

type Place =
  | { readonly layer: 'core' | 'platform' | 'ui' | 'program' }
  | { readonly layer: 'feature'; readonly area: Area; readonly role: 'page' | 'routes' | 'index' | 'action' }

/** Tiny pure packages that core may use, with why. */
const corePackages: Readonly<Record<string, string>> = {
  diff: 'word by word comparison of two versions of a page',
}

/** Where a file of `src` belongs, by its path. */
export function placeOf(path: string): Place {
  const parts = path.split('/')
  const [, layer, area] = parts
  if (layer === 'core' || layer === 'platform' || layer === 'ui') return { layer }
  if (layer !== 'features') return { layer: 'program' }
  const name = parts.at(-1) ?? ''
  const role =
    parts.slice(3, -1).includes('pages') || name.endsWith('.messages.ts')
      ? 'page'
      : name.endsWith('.routes.ts')
        ? 'routes'
        : name === 'index.ts'
          ? 'index'
          : 'action'
  return { layer: 'feature', area: area as Area, role }
}

/** Why an import breaks the law, or undefined. The table is that of the architecture: docs/architecture.md. */
export function breach(file: SourceFile, imported: Import): string | undefined {
  const from = placeOf(file.path)
  if (from.layer === 'program') return undefined
  if (!imported.ours) return packageBreach(from, imported)
  const to = placeOf(imported.target)
  if (!imported.target.startsWith('src/') || to.layer === 'core') return undefined
  if (from.layer === 'core') return 'core imports only core'
  if (to.layer === 'program') return 'only programs import programs'
  if (from.layer === 'platform' || from.layer === 'ui') return layerBreach(from.layer, to, imported)
  if (from.layer === 'feature') return featureBreach(from, to, imported)
  return undefined
}

function packageBreach(from: Place, { target }: Import): string | undefined {
  if (from.layer === 'core') return target in corePackages ? undefined : `core must not use ${target}`
  return undefined
}

function layerBreach(layer: 'platform' | 'ui', to: Place, { typesOnly }: Import): string | undefined {
  if (to.layer === layer) return undefined
  if (layer === 'platform' && to.layer === 'ui' && typesOnly) return undefined
  return `${layer} imports only core and ${layer}`
}

type FeaturePlace = Extract<Place, { readonly layer: 'feature' }>

function featureBreach(from: FeaturePlace, to: Place, { target, typesOnly }: Import): string | undefined {
  if (to.layer === 'feature') return betweenFeatures(from, to, target)
  if (from.role === 'page')
    return to.layer === 'ui' || typesOnly ? undefined : 'a page imports core, ui and its own area'
  if (from.role === 'action' && to.layer === 'platform' && target.startsWith('src/platform/http/') && !typesOnly)
    return 'an action must not know of http'
  return undefined
}

function betweenFeatures(from: FeaturePlace, to: FeaturePlace, target: string): string | undefined {
  if (from.area === to.area) return undefined
  if (target !== `src/features/${to.area}/index.ts`) return `${to.area} is entered by its index.ts only`
  if (areas.indexOf(to.area) >= areas.indexOf(from.area)) return `${from.area} comes before ${to.area}`
  return undefined
}
