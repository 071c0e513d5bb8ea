import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { exampleRecord } from '../../../tests/support/decided-record.ts'
import { openHighs } from '../../platform/solver/highs-solver.ts'
import { onlyTakesOut, recordTexts, textHider, withTexts } from './index.ts'

const word = fc.stringMatching(/^[a-z]{1,6}$/)

describe('a text that is published with words taken out', () => {
  it('is taken for that whichever words are taken out, and not when another is put in', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.boolean()), { minLength: 1, maxLength: 12 }), word, (words, other) => {
        const original = words.map(([each]) => each).join(' ')
        const published = words.map(([each, out]) => (out ? '[withheld]' : each)).join(' ')
        assert.ok(onlyTakesOut(original, published), published)
        assert.equal(onlyTakesOut(original, `${published} ${other.toUpperCase()}`), false)
        assert.equal(onlyTakesOut(original, `${other.toUpperCase()} ${published}`), false)
      }),
    )
  })

  it('keeps what is left in its order, each piece once', () => {
    assert.ok(onlyTakesOut('a b c', '[x] b [y]'))
    assert.equal(onlyTakesOut('a b c', '[x] c [y] b [z]'), false)
    assert.equal(onlyTakesOut('aba', 'ab[x]ba'), false)
    assert.equal(onlyTakesOut('It is weaker', 'It is stronger'), false)
  })
})

describe('the texts of a record', () => {
  it('are those that people wrote, and can be put back as they were', async () => {
    const record = exampleRecord(await openHighs())
    const texts = recordTexts(record)
    assert.deepEqual(
      texts.map(({ path }) => path),
      [
        'submission/summary',
        'submission/options',
        'submission/linesToTake',
        'note/regularity',
        'note/propriety',
        'note/valueForMoney',
        'note/feasibility',
      ],
    )
    const known = new Map(texts.map(({ path, text }) => [path, text]))
    assert.deepEqual(
      withTexts(record, (path) => known.get(path) ?? ''),
      record,
    )
  })

  it('lose names and references, whatever case they are written in, and nothing else', () => {
    const hide = textHider({
      people: ['Ada Quill'],
      applicants: ['Kent County Council', 'Kent'],
      references: ['DD-2026-AB12C'],
    })
    const original = 'ADA QUILL put kent county council (dd-2026-ab12c) before Kentish Town and DD-2026-AB12CD.'
    const hidden = hide(original)
    assert.equal(hidden, '[name] put [applicant] ([application]) before Kentish Town and DD-2026-AB12CD.')
    assert.ok(onlyTakesOut(original, hidden))
    assert.equal(hide(hidden), hidden)
  })
})
