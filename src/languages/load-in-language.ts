import { registerHooks } from 'node:module'
import type { Language } from '../ui/texts/translate-source.ts'
import { modulesOfLanguage, readModules } from './modules-of-language.ts'

/** A language in which the service answers beside English. */
export type SpokenLanguage = {
  readonly language: Language
  /** Whether pages lead to it. */
  readonly offered: boolean
}

const loaded = new Map<string, Promise<unknown>>()

/**
 * The same module in another language. What it needs that says nothing is the one that is loaded already; what says
 * something is loaded once more, translated. So a page costs the same in each language, and English costs nothing.
 *
 * @param entry the address of a module of ours
 * @param language loaded once in a process, by its tag
 */
export function loadInLanguage<Loaded>(entry: string, language: Language): Promise<Loaded> {
  const mark = `?language=${language.tag}`
  const promise = loaded.get(entry + mark) ?? load(entry, mark, language)
  loaded.set(entry + mark, promise)
  return promise as Promise<Loaded>
}

async function load(entry: string, mark: string, language: Language): Promise<unknown> {
  const own = modulesOfLanguage(readModules(entry), language)
  registerHooks({
    resolve: (specifier, context, next) => {
      const resolved = next(specifier, context)
      const isOurs = context.parentURL?.endsWith(mark) === true && own.has(resolved.url)
      return isOurs ? { ...resolved, url: `${resolved.url}${mark}` } : resolved
    },
    load: (url, context, next) => {
      const source = url.endsWith(mark) ? own.get(url.slice(0, -mark.length)) : undefined
      if (source === undefined) return next(url, context)
      return { format: 'module-typescript', source, shortCircuit: true }
    },
  })
  return await import(own.has(entry) ? entry + mark : entry)
}
