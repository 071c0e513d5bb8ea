import { scriptsEntry } from '../ui/assets/build-scripts.ts'
import { findTexts } from '../ui/texts/find-texts.ts'
import type { Region, Text } from '../ui/texts/text.ts'
import { modulesThatShow, readModules } from './modules-of-language.ts'

/** A text of the service, and where it stands. */
export type CollectedText = {
  readonly english: string
  /** The files, by their paths from the root. */
  readonly places: readonly string[]
  /** The expressions of its values, for translators. */
  readonly values: readonly string[]
  readonly text: Text
}

const root = new URL('../../', import.meta.url).href
const app = new URL('src/app.ts', root).href

/** Every text that a page or its scripts can show, once, in the order of the files. */
export function collectTexts(): readonly CollectedText[] {
  const collected = new Map<string, CollectedText>()
  const all = new Map([...readModules(app), ...readModules(scriptsEntry)])
  const modules = modulesThatShow(all).toSorted((one, other) => (one.url < other.url ? -1 : 1))
  for (const module of modules) {
    const place = module.url.slice(root.length)
    for (const text of textsIn(findTexts(module.source))) {
      const known = collected.get(text.english)
      const values = text.values.map(({ start, end }) => firstOf(module.source.slice(start, end)))
      collected.set(text.english, {
        english: text.english,
        places: [...new Set([...(known?.places ?? []), place])],
        values: known?.values ?? values,
        text: known === undefined || (known.text.counts === undefined && text.counts !== undefined) ? text : known.text,
      })
    }
  }
  return [...collected.values()]
}

/** The texts of a part of a program, and those in their values and markup. */
const textsIn = ({ texts }: Region): readonly Text[] =>
  texts.flatMap((text) => [text, ...text.values.flatMap(textsIn), ...text.markup.flatMap(({ open }) => textsIn(open))])

const longestNote = 60

const firstOf = (expression: string): string => {
  const line = expression.replace(/\s+/g, ' ').trim()
  return line.length <= longestNote ? line : `${line.slice(0, longestNote)}…`
}
