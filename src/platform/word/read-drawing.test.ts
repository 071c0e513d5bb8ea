import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readDrawing } from './read-drawing.ts'

const drawn = (inside: string) => readDrawing(`<svg width="200" height="100">${inside}</svg>`)
const ofOutline = (inside: string) => {
  const [piece] = drawn(inside).pieces
  assert.equal(piece?.kind, 'outline')
  return piece?.kind === 'outline' ? piece : assert.fail()
}
const places = (inside: string) => ofOutline(inside).points.map(({ x, y }) => [x, y])

describe('a drawing that is read', () => {
  it('counts percentages from the drawing in which they stand', () => {
    const within = '<svg x="10%" y="10" width="50%" height="40" overflow="visible">'
    assert.deepEqual(places(`${within}<line x1="0%" x2="100%" y1="50%" y2="5"></line></svg>`), [
      [20, 30],
      [120, 15],
    ])
  })

  it('takes a drawing with a scale of its own to where its corner is, and a group to its size', () => {
    const mark = '<svg x="30" y="3" width="36" height="28" viewBox="-9 -7 18 14">'
    const diamond = '<path d="M0-4 4 0 0 4-4 0Z"></path>'
    assert.deepEqual(places(`${mark}<g transform="scale(0.5)">${diamond}</g></svg>`), [
      [48, 13],
      [52, 17],
      [48, 21],
      [44, 17],
    ])
  })

  it('goes along a path across and down, and keeps what must not stand out', () => {
    assert.deepEqual(places('<path d="M0-6 6 5H-6V9Z"></path>'), [
      [0, -6],
      [6, 5],
      [-6, 5],
      [-6, 9],
    ])
    const kept = '<svg y="10" width="100" height="50" overflow="hidden">'
    assert.deepEqual(places(`${kept}<polyline points="-5,0 50,70 120,20"></polyline></svg>`), [
      [0, 10],
      [50, 60],
      [100, 30],
    ])
  })

  it('inks a piece by its classes, which go before what stands at it', () => {
    const style = '<style>.a,.b{fill:none;stroke:#0b0c0c;stroke-width:2px}.b--1{fill:#cbced1}</style>'
    const inkOf = (at: string) => {
      const [piece] = readDrawing(`<svg width="9" height="9">${style}<rect ${at} width="3" height="3"/></svg>`).pieces
      return piece?.kind === 'outline' ? piece.ink : assert.fail()
    }
    const line = { colour: '0b0c0c', width: 2, dashes: [] }
    assert.deepEqual(inkOf('class="a" fill="#ffffff"'), { fill: undefined, line })
    assert.deepEqual(inkOf('class="b b--1" stroke-dasharray="9 5"'), {
      fill: 'cbced1',
      line: { ...line, dashes: [9, 5] },
    })
    assert.deepEqual(inkOf(''), { fill: '000000', line: undefined })
  })

  it('has words as they are read, beside the place that they are set from', () => {
    const [piece] = drawn(
      '<text x="50%" dx="12" y="20" text-anchor="end">A &amp; B &lt;1&gt; “c” &#39;d&#39;</text>',
    ).pieces
    assert.deepEqual(piece, {
      kind: 'text',
      at: { x: 112, y: 20 },
      anchor: 'end',
      size: 16,
      colour: '000000',
      text: "A & B <1> “c” 'd'",
    })
  })

  it('draws nothing by halves', () => {
    assert.throws(() => drawn('<image href="x"></image>'), /image/)
    assert.throws(() => drawn('<path d="M0 0C1 1 2 2 3 3Z"></path>'), /C1 1/)
    assert.throws(() => drawn('<g transform="rotate(9)"></g>'), /group/)
  })
})
