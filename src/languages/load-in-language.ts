import { registerHooks } from 'node:module'
import type { Say } from '../platform/languages.ts'
import type { Language } from '../ui/texts/translate-source.ts'
import { modulesOfLanguage, readModules } from './modules-of-language.ts'

/** A language in which the service answers beside English. */
export type SpokenLanguage = {
  readonly language: Language
  /** Whether pages lead to it. */
  readonly offered: boolean
}

/** A program in a language: what marks its modules, and those that are others than in English. */
type Program = { readonly mark: string; readonly own: ReadonlyMap<string, string> }

const programs = new Map<string, Program>()

/**
 * The same module in another language. What it needs that says nothing is the one that is loaded already; what says
 * something is loaded once more, translated. So a page costs the same in each language, and English costs nothing.
 *
 * @param entry the address of a module of ours
 * @param language loaded once in a process, by its tag
 */
export async function loadInLanguage<Loaded>(entry: string, language: Language): Promise<Loaded> {
  const { mark, own } = programIn(entry, language)
  return await import(own.has(entry) ? entry + mark : entry)
}

const wordsModule = /\.messages\.ts$/

/**
 * How to say in a language what is written for others by those whose modules are shared: actions and jobs. Of the program it
 * loads no more than the modules of words, and what those need.
 *
 * @param entry the address of a module that needs all that may be said
 */
export async function sayInLanguage(entry: string, language: Language): Promise<Say> {
  const { mark, own } = programIn(entry, language)
  const twins = new WeakMap<object, object>()
  for (const url of own.keys()) {
    if (!wordsModule.test(url)) continue
    const english: Readonly<Record<string, unknown>> = await import(url)
    const other: Readonly<Record<string, unknown>> = await import(url + mark)
    for (const [name, words] of Object.entries(english)) {
      const twin = other[name]
      if (isSayable(words) && isSayable(twin)) twins.set(words, twin)
    }
  }
  return <Words extends object>(words: Words): Words => (twins.get(words) as Words | undefined) ?? words
}

const isSayable = (value: unknown): value is object =>
  typeof value === 'function' || (typeof value === 'object' && value !== null)

function programIn(entry: string, language: Language): Program {
  const key = `${entry} ${language.tag}`
  const program = programs.get(key) ?? openProgram(entry, language)
  programs.set(key, program)
  return program
}

function openProgram(entry: string, language: Language): Program {
  const mark = `?language=${language.tag}`
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
  return { mark, own }
}
