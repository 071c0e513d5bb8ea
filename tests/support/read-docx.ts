import assert from 'node:assert/strict'
import { inflateRawSync } from 'node:zlib'

/** The files in a ZIP archive by name, as text: read by its central directory, without the library that wrote it. */
export function unzip(bytes: Uint8Array): ReadonlyMap<string, string> {
  const zip = Buffer.from(bytes)
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  assert.ok(end >= 0, 'no archive')
  const files = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    assert.equal(zip.readUInt32LE(at), 0x02014b50)
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)]
    const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(start, start + size)
    const path = zip.toString('utf8', at + 46, at + 46 + name)
    files.set(path, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'))
    at += 46 + name + extra + comment
  }
  return files
}

/** An element of XML with what is in it; text is a string. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (Element | string)[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string =>
  text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    return decimal ? String.fromCodePoint(Number(decimal)) : (entities[name] ?? assert.fail(`what is ${whole}?`))
  })

/** Reads XML strictly: every tag closed in its order, no character that XML 1.0 does not have, no bare ampersand. */
export function readXml(xml: string): Element {
  assert.doesNotMatch(xml, /[^\P{Cc}\t\r\n]|[\uFFFE\uFFFF]/u, 'a control character')
  assert.ok(xml.isWellFormed(), 'half a surrogate pair')
  type Open = { name: string; attributes: Record<string, string>; children: (Element | string)[] }
  const root: Open = { name: '', attributes: {}, children: [] }
  const open: Open[] = [root]
  let end = 0
  for (const match of xml.matchAll(/<\?[^?]*\?>|<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g)) {
    const text = xml.slice(end, match.index)
    assert.ok(!text.includes('<'), `unread: ${text.slice(0, 100)}`)
    const inside = open.at(-1) ?? assert.fail('closed too often')
    if (text !== '') inside.children.push(decoded(text))
    end = match.index + match[0].length
    const [, closing, name, attributes = '', empty] = match
    if (name === undefined) continue
    if (closing === '/') {
      assert.equal(open.pop()?.name, name)
      continue
    }
    const pairs = [...attributes.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      decoded(value),
    ])
    const element: Open = { name, attributes: Object.fromEntries(pairs), children: [] }
    inside.children.push(element)
    if (empty !== '/') open.push(element)
  }
  assert.equal(open.length, 1, 'something is not closed')
  return root.children.find((child): child is Element => typeof child !== 'string') ?? assert.fail('nothing there')
}

/** Every element of that name, in the order of the document. */
export const allOf = (element: Element, name: string): readonly Element[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === name ? [child] : []), ...allOf(child, name)],
  )

/** The words in an element. */
export const wordsOf = (element: Element): string =>
  element.children
    .map((child) => (typeof child === 'string' ? (element.name === 'w:t' ? child : '') : wordsOf(child)))
    .join('')

/** A paragraph of a Word document: its style, if it has one, and its words. */
export type DocxParagraph = { readonly style: string; readonly bullet: boolean; readonly text: string }

/** A Word document as somebody would read it. */
export type ReadDocx = {
  readonly files: ReadonlyMap<string, string>
  readonly body: Element
  /** Those of tables too. */
  readonly paragraphs: readonly DocxParagraph[]
  /** The rows of each table; of a cell its words, the paragraphs on lines. */
  readonly tables: readonly (readonly (readonly string[])[])[]
  readonly header: string
  readonly footer: string
}

export function readDocx(bytes: Uint8Array): ReadDocx {
  const files = unzip(bytes)
  for (const [name, text] of files) if (/\.(?:xml|rels)$/.test(name)) readXml(text)
  const xmlOf = (name: string): Element => readXml(files.get(name) ?? assert.fail(`no ${name}`))
  const besides = (kind: string): string =>
    [...files.keys()]
      .filter((name) => new RegExp(`^word/${kind}\\d*\\.xml$`).test(name))
      .map((name) => wordsOf(xmlOf(name)))
      .join('\n')
  const body = xmlOf('word/document.xml')
  const cellWords = (cell: Element) => allOf(cell, 'w:p').map(wordsOf).join('\n')
  return {
    files,
    body,
    paragraphs: allOf(body, 'w:p').map((paragraph) => ({
      style: allOf(paragraph, 'w:pStyle')[0]?.attributes['w:val'] ?? '',
      bullet: allOf(paragraph, 'w:numPr').length > 0,
      text: wordsOf(paragraph),
    })),
    tables: allOf(body, 'w:tbl').map((table) => allOf(table, 'w:tr').map((row) => allOf(row, 'w:tc').map(cellWords))),
    header: besides('header'),
    footer: besides('footer'),
  }
}
