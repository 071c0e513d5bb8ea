import { buildScripts, scriptsEntry } from '../ui/assets/build-scripts.ts'
import { type Built, type Compressed, compress } from '../ui/assets/compress.ts'
import type { Language } from '../ui/texts/translate-source.ts'
import { modulesOfLanguage, readModules } from './modules-of-language.ts'

/** What pages in a language run in browsers. */
export type SpokenScripts = {
  /** The name of the file that pages ask for, which loads others. */
  readonly entry: string
  readonly files: readonly (Built & Compressed)[]
}

const known = new Map<string, Promise<SpokenScripts>>()

/**
 * The scripts of pages in another language, translated before they are compiled, as the program is. They are kept in memory:
 * where a service is installed nothing may be written, and a catalogue may have changed since.
 *
 * @param language asked for once in a process, by its tag
 */
export function scriptsInLanguage(language: Language): Promise<SpokenScripts> {
  const scripts = known.get(language.tag) ?? translate(language)
  known.set(language.tag, scripts)
  return scripts
}

async function translate(language: Language): Promise<SpokenScripts> {
  const { entry, files } = await buildScripts(modulesOfLanguage(readModules(scriptsEntry), language))
  return {
    entry,
    files: await Promise.all(files.map(async (file) => ({ ...file, ...(await compress(file.content)) }))),
  }
}
