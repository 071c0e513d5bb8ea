/**
 * An entry of a PO file, the form in which translators' programs keep texts.
 *
 * @see https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
 */
export type PoEntry = {
  readonly english: string
  /** What a translator needs to know, a line each. */
  readonly notes: readonly string[]
  /** The files in which it stands. */
  readonly places: readonly string[]
  /** One translation, or for a text that counts something one for each plural form; empty where there is none yet. */
  readonly words: readonly string[]
  readonly counts: boolean
  /** It stands nowhere any more: its translation is kept, should it come back. */
  readonly gone: boolean
}

/** The heading of the file, which is written as the translation of nothing, and its entries. */
export type PoFile = { readonly heading: string; readonly entries: readonly PoEntry[] }

const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`

const unquoted = (line: string): string =>
  line
    .slice(line.indexOf('"') + 1, line.lastIndexOf('"'))
    .replace(/\\([\\"nt])/g, (_, character: string) => escapes[character] ?? character)

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t' }

/** @example writePo({ heading: 'Language: cy\n', entries: [] }) // 'msgid ""\nmsgstr "Language: cy\\n"\n' */
export function writePo({ heading, entries }: PoFile): string {
  const head = heading.split(/(?<=\n)/).map(quoted)
  return [['msgid ""', 'msgstr ""', ...head].join('\n'), ...entries.map(linesOf)].join('\n\n').concat('\n')
}

function linesOf({ english, notes, places, words, counts, gone }: PoEntry): string {
  const lines = counts
    ? [
        `msgid ${quoted(english)}`,
        `msgid_plural ${quoted(english)}`,
        ...words.map((form, index) => `msgstr[${index}] ${quoted(form)}`),
      ]
    : [`msgid ${quoted(english)}`, `msgstr ${quoted(words[0] ?? '')}`]
  if (gone) return lines.map((line) => `#~ ${line}`).join('\n')
  return [...notes.map((note) => `#. ${note}`), ...places.map((place) => `#: ${place}`), ...lines].join('\n')
}

/**
 * What a PO file says; comments of programs other than ours are left out.
 *
 * @example readPo('msgid "Yes"\nmsgstr "Ie"\n').entries[0]?.words // ['Ie']
 */
export function readPo(text: string): PoFile {
  const entries = text
    .split(/\n\s*\n/)
    .filter((block) => block.includes('msgid'))
    .map(entryOf)
  const heading = entries.find(({ english }) => english === '')?.words[0] ?? ''
  return { heading, entries: entries.filter(({ english }) => english !== '') }
}

function entryOf(block: string): PoEntry {
  const notes: string[] = []
  const places: string[] = []
  const values = new Map<string, string>()
  let key = ''
  const gone = block.trimStart().startsWith('#~')
  for (const line of block.split('\n').map((each) => each.replace(/^#~\s?/, '').trim())) {
    if (line.startsWith('#. ')) notes.push(line.slice(3))
    else if (line.startsWith('#: ')) places.push(line.slice(3))
    else if (!line.startsWith('#') && line !== '') {
      key = /^(msg\w+(?:\[\d\])?)\s/.exec(line)?.[1] ?? key
      values.set(key, (values.get(key) ?? '') + unquoted(line))
    }
  }
  const counts = values.has('msgid_plural')
  const words = [...values].filter(([name]) => name.startsWith('msgstr')).map(([, value]) => value)
  return { english: values.get('msgid') ?? '', notes, places, words, counts, gone }
}
