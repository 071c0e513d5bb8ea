import { contentOf, readTags, type Tag } from '../access/read-markup.ts'
import { decoded } from './read-shown.ts'

/** A form of a page, filled in as a browser would send it. */
export type FilledForm = {
  readonly action: string
  readonly fields: Readonly<Record<string, readonly string[]>>
  /** Whether it is sent in parts, as a form with files is. */
  readonly inParts: boolean
}

/**
 * The forms in the main part of a page that change something. What is filled in already stays; every empty box gets
 * something that fits it, every group its first choice, every list its first line.
 */
export function formsOn(html: string): readonly FilledForm[] {
  const from = html.indexOf('<main')
  const main = from < 0 ? '' : html.slice(from, html.indexOf('</main>'))
  return readTags(main)
    .filter(({ name, attributes }) => name === 'form' && attributes.get('method') === 'post')
    .map((tag) => ({
      action: decoded(tag.attributes.get('action') ?? ''),
      fields: fieldsIn(contentOf(main, tag)),
      inParts: tag.attributes.has('enctype'),
    }))
}

function fieldsIn(content: string): FilledForm['fields'] {
  const fields: Record<string, string[]> = {}
  const put = (name: string, value: string): void => {
    fields[name] = [...(fields[name] ?? []), value]
  }
  const tags = readTags(content)
  for (const tag of tags) {
    const name = tag.attributes.get('name')
    if (name === undefined || name === '_csrf' || tag.attributes.has('disabled')) continue
    const value = decoded(tag.attributes.get('value') ?? '')
    if (tag.name === 'select') put(name, chosenIn(contentOf(content, tag)))
    else if (tag.name === 'textarea') put(name, decoded(contentOf(content, tag)).trim() || someWords)
    else if (tag.name === 'button') {
      if (fields[name] === undefined) put(name, value)
    } else if (tag.name === 'input') putInput(tag, { name, value, tags, put, isThere: fields[name] !== undefined })
  }
  return fields
}

type Put = {
  readonly name: string
  readonly value: string
  readonly tags: readonly Tag[]
  readonly put: (name: string, value: string) => void
  readonly isThere: boolean
}

function putInput({ attributes }: Tag, { name, value, tags, put, isThere }: Put): void {
  const type = attributes.get('type') ?? 'text'
  if (type === 'file') return
  if (type === 'radio' || type === 'checkbox') {
    const group = tags.filter((each) => each.attributes.get('name') === name && each.attributes.get('type') === type)
    const isFirst = !isThere && !group.some((each) => each.attributes.has('checked'))
    if (attributes.has('checked') || isFirst) put(name, value)
  } else if (type === 'hidden') put(name, value)
  else put(name, value || boxed(name, type, attributes.get('inputmode')))
}

const someWords = 'What we say here is long enough to be taken, and says why it is so in plain words.'

/** Something that fits an empty box, by its name and kind. */
function boxed(name: string, type: string, inputMode: string | undefined): string {
  if (/(?:^|-)day$/.test(name)) return '3'
  if (/(?:^|-)month$/.test(name)) return '2'
  if (/(?:^|-)year$/.test(name)) return '2027'
  if (/time|hour/.test(name)) return '10:00'
  if (type === 'email' || /email/i.test(name)) return 'somebody@exbridge.example'
  if (type === 'url' || /url|link/i.test(name)) return 'https://example.org/'
  return inputMode === 'numeric' || inputMode === 'decimal' || type === 'number' ? '1' : 'Some words'
}

function chosenIn(options: string): string {
  const values = readTags(options).filter(({ name }) => name === 'option')
  const chosen = values.find(({ attributes }) => attributes.has('selected'))
  const first = values.find(({ attributes }) => (attributes.get('value') ?? '') !== '')
  return decoded((chosen?.attributes.get('value') || first?.attributes.get('value')) ?? '')
}
