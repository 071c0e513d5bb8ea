/** What people read beside the fields of a form, by the names of the fields. */
export type FieldWords = ReadonlyMap<string, string>

/** The hidden field in which a form carries them. */
export const fieldWordsField = '_words'

/**
 * As a form carries them, so that a page which gives back what was written can say what it was written for: a line for
 * each field.
 *
 * @example writeFieldWords(new Map([['why', 'Why change?']])) // => 'why=Why change?'
 */
export const writeFieldWords = (words: FieldWords): string =>
  [...words].map(([name, text]) => `${name}=${text.replace(/\s+/g, ' ').trim()}`).join('\n')

/** @param text a stranger’s: what is not as it was written above is left out */
export function readFieldWords(text: string): FieldWords {
  const pairs = text.split(/\r?\n/).flatMap((line): [string, string][] => {
    const at = line.indexOf('=')
    return at > 0 && at < line.length - 1 ? [[line.slice(0, at), line.slice(at + 1)]] : []
  })
  return new Map(pairs)
}

/**
 * What stood beside the field of that name: its own words; those of its row and column, or item and question, in a list;
 * or those of the field that it is a part of.
 *
 * @returns undefined when the form said nothing of it
 * @example wordsOfField(new Map([['start', 'When?']]), 'start-day') // => 'When? (day)'
 * @example wordsOfField(new Map([['costs-#', 'row'], ['costs-#-y1', '2027']]), 'costs-0-y1') // => 'row 1: 2027'
 * @example wordsOfField(new Map([['costs-0', 'Staff'], ['costs-#-y1', '2027']]), 'costs-0-y1') // => 'Staff: 2027'
 */
export function wordsOfField(words: FieldWords, name: string): string | undefined {
  const own = words.get(name) ?? wordsInList(words, name)
  if (own !== undefined) return own
  const [, whole = '', part = ''] = /^(.+)-([a-z]\w*)$/.exec(name) ?? []
  const before = whole === '' ? undefined : wordsOfField(words, whole)
  return before && `${before} (${part})`
}

function wordsInList(words: FieldWords, name: string): string | undefined {
  const [, list, index, inside] = /^(.+?)-(\d{1,3})-(.+)$/.exec(name) ?? []
  const column = words.get(`${list}-#-${inside}`)
  const item = words.get(`${list}-#`)
  const row = words.get(`${list}-${index}`) ?? (item && `${item} ${Number(index) + 1}`)
  return column && row && `${row}: ${column}`
}
