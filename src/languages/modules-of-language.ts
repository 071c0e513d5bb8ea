import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findTexts } from '../ui/texts/find-texts.ts'
import { chooserName, type Language, translateSource } from '../ui/texts/translate-source.ts'

/** A module as it is written, by its address. */
export type Module = { readonly url: string; readonly source: string; readonly imports: readonly string[] }

const statement = /^(?:import|export)\s+(?!type\s)(?:[^'"`;]*?\sfrom\s+)?'(\.[^']+)'/gm
const dynamic = /\bimport\('(\.[^']+)'\)/g

/** Every module that one needs, itself first. Types alone are no need. */
export function readModules(entry: string): ReadonlyMap<string, Module> {
  const modules = new Map<string, Module>()
  const waiting = [entry]
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (modules.has(url)) continue
    const source = readFileSync(fileURLToPath(url), 'utf8')
    const imports = [...source.matchAll(statement), ...source.matchAll(dynamic)].map(
      ([, name = '']) => new URL(name, url).href,
    )
    modules.set(url, { url, source, imports })
    waiting.push(...imports.filter((each) => each.endsWith('.ts')))
  }
  return modules
}

/** What people are shown. What an action writes is for others: it stays in the language of the program. */
const shown = /\/src\/(?:core|ui|features)\/|\/src\/(?:app|shell)\.ts$|\/src\/platform\/http\/page-of-list\.ts$/

/** What is stored, sent to other programs or matched with their data as it is written. */
const asWritten = [
  /\.(?:store|jobs)\.ts$/,
  /\/ui\/assets\/[\w-]+\.ts$/,
  /\/api-schemas\.ts$/,
  /\/core\/open-data\//,
  /\/core\/authorities\/authority\.ts$/,
  /\/core\/reviews\/legal-forms\.ts$/,
  // What is hashed, of which the same is worked out again when it is sent, signed or replayed.
  /\/core\/forms\/frozen(?:-application)?\.ts$/,
  /\/core\/eligibility\/judge\.ts$/,
  /\/submitting\/freeze-content\.ts$/,
  /\/core\/reviews\/uncertainty\/cost-run\.ts$/,
  // Documents that a fund begins with, until its team writes its own.
  /\/core\/network\/conduct\.ts$/,
  /\/telling\/standard-letters\.messages\.ts$/,
]
const writes = /\b(?:recordEvent|queueMessage)\(/
/** What is thrown is caught by what is shared, which knows it by its class. */
const throws = /\bclass \w+ extends Error\b/
/** What shows, however it comes to know of what writes: a module whose name begins so reads and describes, and writes nothing. */
const shows =
  /\.routes\.ts$|\/index\.ts$|\/pages\/|\.messages\.ts$|\/(?:describe|find|list|read|show)-[\w-]+\.ts$|\/src\/(?:core|ui|platform)\/|\/src\/\w+\.ts$/

/** The modules that say something to whoever asks for a page: not those that write, nor the actions that write by them. */
export function modulesThatShow(modules: ReadonlyMap<string, Module>): readonly Module[] {
  const write = new Set<string>()
  const all = [...modules.values()]
  for (let before = -1; before !== write.size; ) {
    before = write.size
    for (const { url, source, imports } of all)
      if (writes.test(source) || (!shows.test(url) && imports.some((each) => write.has(each)))) write.add(url)
  }
  const isKept = ({ url, source }: Module): boolean =>
    write.has(url) || throws.test(source) || asWritten.some((pattern) => pattern.test(url))
  return all.filter((module) => shown.test(module.url) && !isKept(module))
}

/**
 * The modules that are another program in this language: those that hold a text which it translates, and those that need
 * such a module. All others, with what they remember, are shared.
 *
 * @returns their translated sources by their addresses
 */
export function modulesOfLanguage(
  modules: ReadonlyMap<string, Module>,
  language: Language,
): ReadonlyMap<string, string> {
  const sources = new Map<string, string>()
  const usedBy = new Map<string, Module[]>()
  const waiting: Module[] = []
  for (const module of modulesThatShow(modules)) {
    for (const each of module.imports) usedBy.set(each, [...(usedBy.get(each) ?? []), module])
    const translated = translateSource(module.source, findTexts(module.source), language)
    sources.set(module.url, translated)
    if (translated !== module.source) waiting.push(module)
  }
  const own = new Map<string, string>()
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    if (own.has(module.url)) continue
    own.set(module.url, withChooser(sources.get(module.url) ?? module.source))
    waiting.push(...(usedBy.get(module.url) ?? []))
  }
  return own
}

const chooser = `\nimport { formFor as ${chooserName} } from '${new URL('../ui/texts/form-for.ts', import.meta.url)}'\n`

/** A module that chooses among texts by how many there are needs the function for it. */
const withChooser = (source: string): string => (source.includes(`${chooserName}(`) ? source + chooser : source)
