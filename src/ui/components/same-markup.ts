/**
 * Markup in one canonical form, so that two texts that a browser shows alike are equal.
 *
 * White space collapses as CSS collapses it: a run is one space; none is left at the start and the end of a block; what
 * stands between inline elements stays, and at the end of one counts as just after it. Attributes are sorted, since their order means nothing; values are compared as
 * they are, but for the white space between classes. Content of `textarea` and `pre` is left alone.
 */
export function canonicalMarkup(markup: string): string {
  const line = { out: [] as string[], atStart: true, spaceAt: -1 }
  let verbatim: string | undefined
  for (const [token] of markup.matchAll(/<!--.*?-->|<\/?[a-zA-Z][^\s/>]*(?:"[^"]*"|'[^']*'|[^>"'])*>|[^<]+|</gs)) {
    if (token.startsWith('<!--')) continue
    const name = /^<\/?([a-zA-Z][^\s/>]*)/.exec(token)?.[1]?.toLowerCase()
    if (verbatim !== undefined && name !== verbatim) line.out.push(unescaped(token))
    else if (name === undefined) writeText(line, unescaped(token))
    else {
      verbatim = verbatimElements.has(name) && !token.startsWith('</') ? name : undefined
      writeTag(line, name, canonicalTag(token, name))
    }
  }
  endLine(line)
  return line.out.join('')
}

type Line = { out: string[]; atStart: boolean; spaceAt: number }

const verbatimElements = new Set(['textarea', 'pre'])
const inlineElements = new Set(
  'a abbr b br cite code del em i img ins input label q s small span strong sub sup time u'.split(' '),
)
/** Elements that stand in a line of text and have a block of their own inside. */
const inlineBlocks = new Set('button select svg textarea'.split(' '))

function writeText(line: Line, text: string): void {
  for (const part of text.split(/([ \t\n\r\f]+)/)) {
    if (part === '') continue
    if (/^[ \t\n\r\f]/.test(part)) {
      if (line.atStart || line.spaceAt >= 0) continue
      line.spaceAt = line.out.push(' ') - 1
    } else {
      line.out.push(part)
      line.atStart = false
      line.spaceAt = -1
    }
  }
}

function writeTag(line: Line, name: string, tag: string): void {
  const opens = !tag.startsWith('</')
  if (inlineBlocks.has(name)) {
    if (!opens) endLine(line)
    line.out.push(tag)
    line.atStart = opens
    line.spaceAt = -1
  } else if (!inlineElements.has(name)) {
    endLine(line)
    line.out.push(tag)
  } else if (!opens && line.spaceAt === line.out.length - 1) {
    line.out.splice(line.spaceAt, 0, tag)
    line.spaceAt += 1
  } else {
    line.out.push(tag)
    if (name !== 'input' && name !== 'img') return
    line.atStart = false
    line.spaceAt = -1
  }
}

function endLine(line: Line): void {
  if (line.spaceAt >= 0) line.out[line.spaceAt] = ''
  line.atStart = true
  line.spaceAt = -1
}

function canonicalTag(tag: string, name: string): string {
  if (tag.startsWith('</')) return `</${name}>`
  const inside = tag.slice(1 + name.length, -1).replace(/\/$/, '')
  const attributes = [...inside.matchAll(/([^\s=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"']+))?/g)].map(([, key, quoted]) => {
    const value = unescaped((quoted ?? '""').replace(/^["']|["']$/g, ''))
    return `${key}=${JSON.stringify(key === 'class' ? value.trim().replace(/\s+/g, ' ') : value)}`
  })
  return `<${name} ${attributes.sort().join(' ')}>`
}

/** The same characters, however they were escaped. */
function unescaped(text: string): string {
  return text.replace(/&(quot|#39|#x27|#96);/g, (_, entity: string) => {
    if (entity === 'quot') return '"'
    return entity === '#96' ? '`' : "'"
  })
}
