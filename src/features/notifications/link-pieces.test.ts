import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { linksInWords, piecesOf } from './link-pieces.ts'

const origin = 'https://fund.example'
const said = (body: string) => linksInWords(piecesOf(body, origin), 'Open the page')

it('makes a link of the line that leads to an address, and words of an address by itself', () => {
  assert.deepEqual(
    said(`You are invited.\n\nI will come:\n${origin}/a?answer=going\n\nI cannot:\n${origin}/a\n\n${origin}/b`),
    [
      { text: 'You are invited.\n\n' },
      { link: 'I will come', href: '/a?answer=going' },
      { text: '\n\n' },
      { link: 'I cannot', href: '/a' },
      { text: '\n\n' },
      { link: 'Open the page', href: '/b' },
    ],
  )
  assert.deepEqual(said(`Answer it: ${origin}/c`), [{ link: 'Answer it', href: '/c' }])
  assert.deepEqual(said(`See ${origin}/c.`), [{ text: 'See ' }, { link: 'Open the page', href: '/c' }, { text: '.' }])
  assert.deepEqual(said('Elsewhere:\nhttps://other.example/x'), [
    { text: 'Elsewhere:\n' },
    { text: 'https://other.example/x' },
  ])
})

it('shows no address of the service, and keeps every other word', () => {
  const part = fc.constantFrom('Read it:\n', 'Words. ', '\n\n', `${origin}/a`, `${origin}/b/c `, 'a: b ')
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const body = parts.join(' ')
      const shown = said(body)
      const text = shown.map((piece) => ('text' in piece ? piece.text : piece.link)).join('')
      assert.ok(!shown.some((piece) => 'href' in piece && piece.link.includes(origin)))
      const hrefs = (pieces: typeof shown) => pieces.flatMap((piece) => ('href' in piece ? [piece.href] : []))
      assert.deepEqual(hrefs(shown), hrefs(piecesOf(body, origin)))
      assert.equal(text.match(/Words/g)?.length, body.match(/Words/g)?.length)
    }),
  )
})
