import type { FieldWords } from '../core/saving/field-words.ts'

type Scan = {
  readonly words: Map<string, string>
  /** What stands beside the field of each id. */
  readonly labels: Map<string, string>
  /** The legends of the groups that are open, from the outermost; '' of one that has none. */
  readonly legends: string[]
}

const markup =
  /<fieldset\b|<\/fieldset>|<legend\b[^>]*>(?<legend>[\s\S]*?)<\/legend>|<label\b[^>]*\bfor="(?<of>[^"]*)"[^>]*>(?<label>[\s\S]*?)<\/label>|<(?<tag>input|textarea|select)\b(?<attributes>[^>]*)>/g

/**
 * What people read beside the fields of a form, from the form itself: of a field its label, after the legend of the group
 * that it is in; of boxes and buttons to choose from, the legend alone. What `form` carries for the page that gives back
 * what was written. The markup is our own, so a label is always before its field.
 *
 * @param content as it is sent
 * @example wordsOfLabels('<label for="a">Reason</label><textarea id="a" name="why"></textarea>') // => Map { 'why' => 'Reason' }
 */
export function wordsOfLabels(content: string): FieldWords {
  const scan: Scan = { words: new Map(), labels: new Map(), legends: [] }
  for (const found of content.matchAll(markup)) {
    const { legend, of, label, tag, attributes } = found.groups ?? {}
    if (legend !== undefined) scan.legends.splice(-1, 1, plain(legend))
    else if (of !== undefined && label !== undefined) scan.labels.set(of, plain(label))
    else if (tag !== undefined) addField(scan, tag, attributes ?? '')
    else if (found[0].startsWith('</')) scan.legends.pop()
    else scan.legends.push('')
  }
  return scan.words
}

const unnamed = ['hidden', 'submit', 'button', 'file']

function addField({ words, labels, legends }: Scan, tag: string, attributes: string): void {
  const read = (name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? ''
  const type = tag === 'input' ? read('type') : tag
  const name = plain(read('name'))
  if (name === '' || unnamed.includes(type)) return
  const legend = legends.filter((text) => text !== '').at(-1) ?? ''
  const label = ['radio', 'checkbox'].includes(type) ? '' : (labels.get(read('id')) ?? '')
  const text = legend !== '' && label !== '' ? `${legend} (${label})` : legend || label
  if (text !== '') words.set(name, text)
}

const characters: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

const plain = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => characters[found] ?? found)
    .replace(/\s+/g, ' ')
    .trim()
