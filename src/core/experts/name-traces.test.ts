import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type KnownNames, placesOf, strikeOut, tracesIn } from './name-traces.ts'

const known: KnownNames = {
  bodies: [...placesOf('Exbridge City Council'), 'Tarnshire'],
  people: [{ name: 'Priya Nair', email: 'priya.nair@exbridge.example' }],
}

describe('names in a text that is to be published', () => {
  it('are those of councils, places and people, with addresses, numbers and references', () => {
    const text =
      'Exbridge asked Priya Nair, or priya.nair@exbridge.example on 01632 960 123, about DD-2026-7K3F-W. In tarnshire too.'
    const certain = tracesIn(text, known).filter((trace) => trace.certain)
    assert.deepEqual(
      new Set(certain.map(({ found }) => found)),
      new Set([
        'Exbridge',
        'Tarnshire',
        'Priya Nair',
        'priya.nair@exbridge.example',
        '01632 960 123',
        'DD-2026-7K3F-W',
      ]),
    )
  })

  it('may be other words with a capital inside a sentence, which a person decides on', () => {
    const found = tracesIn('The depot in Cog Lane is let. VAT and TUPE apply. Ask Priya first.', known)
    assert.deepEqual(found, [
      { found: 'Priya', certain: false },
      { found: 'Cog Lane', certain: false },
    ])
  })

  it('are all struck out that are certain, whatever stands around them', () => {
    const names = ['Exbridge City Council', 'exbridge', 'TARNSHIRE', 'priya nair', 'Nair, Priya', 'p@tarnshire.example']
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...names), fc.lorem({ maxCount: 3 }))), (words) => {
        const struck = strikeOut(words.join(' '), known)
        assert.deepEqual(
          tracesIn(struck, known).filter((trace) => trace.certain),
          [],
        )
      }),
    )
  })
})

it('names a place after its council', () => {
  assert.deepEqual(placesOf('London Borough of Cogmouth'), ['London Borough of Cogmouth', 'Cogmouth'])
  assert.deepEqual(placesOf('Stoke-on-Trent City Council'), ['Stoke-on-Trent City Council', 'Stoke-on-Trent'])
})
