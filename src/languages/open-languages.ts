import type { Languages } from '../platform/languages.ts'
import { type SpokenLanguage, sayInLanguage } from './load-in-language.ts'

const app = new URL('../app.ts', import.meta.url).href

/** The languages in which the service writes to people beside English. Without any, nothing is loaded. */
export const openLanguages = async (spoken: readonly SpokenLanguage[]): Promise<Languages> =>
  await Promise.all(
    spoken.map(async ({ language, offered }) => ({
      tag: language.tag,
      offered,
      say: await sayInLanguage(app, language),
    })),
  )
