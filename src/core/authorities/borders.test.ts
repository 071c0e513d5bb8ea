import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Authority, registerOf } from './authority.ts'
import { type BorderLine, borderBetween, readBorders } from './borders.ts'
import { compareBorders } from './compare-borders.ts'

const body = (code: string, gssCode: string, more: Partial<Authority> = {}): Authority => ({
  code,
  gssCode,
  formerGssCodes: [],
  name: code,
  shortName: code,
  kind: 'district',
  region: null,
  formedOn: null,
  shadowFromOn: null,
  lastDayOn: null,
  countyCode: null,
  combinedAuthorityCode: null,
  successorCodes: [],
  illustrative: false,
  ...more,
})

const register = registerOf([
  body('ALDER', 'E1', { formerGssCodes: ['E1-OLD'] }),
  body('BIRCH', 'E2'),
  body('NEW', 'E3', { formedOn: '2020-04-01' }),
  body('WEST', 'E4', { lastDayOn: '2020-03-31', successorCodes: ['NEW'] }),
  body('EAST', 'E5', { lastDayOn: '2020-03-31', successorCodes: ['NEW'] }),
  body('SPLIT', 'E6', { lastDayOn: '2021-03-31', successorCodes: ['NORTH', 'SOUTH'] }),
  body('NORTH', 'E7', { formedOn: '2021-04-01' }),
  body('SOUTH', 'E8', { formedOn: '2021-04-01' }),
])

/** A file, a line for each pair of codes from line 2 on. */
const file = (...pairs: readonly string[]): readonly BorderLine[] =>
  pairs.map((pair, index) => {
    const [one = '', other = '', note = ''] = pair.split(',')
    return { line: index + 2, codes: [one, other], note }
  })
const read = (asOfOn: string, ...pairs: readonly string[]) => readBorders(file(...pairs), register, asOfOn)
const between = ({ borders }: { readonly borders: readonly { one: string; other: string }[] }) =>
  borders.map(({ one, other }) => `${one} ${other}`)

describe('a file of borders', () => {
  it('says who is beside whom, from whichever side, with a code of before as that of the same body', () => {
    const found = read('2026-01-01', 'E2,E1-OLD,Along the river', 'E3,E2')
    assert.deepEqual(found, {
      borders: [
        { one: 'ALDER', other: 'BIRCH', note: 'Along the river' },
        { one: 'BIRCH', other: 'NEW', note: '' },
      ],
      problems: [],
      notes: [],
    })
    assert.deepEqual(borderBetween('NEW', 'BIRCH'), borderBetween('BIRCH', 'NEW'))
  })

  it('puts what had ended upon who took over, says so, and leaves out what has become one body', () => {
    const found = read('2026-01-01', 'E4,E1', 'E5,E1', 'E4,E5', 'E6,E2')
    assert.deepEqual(between(found), ['ALDER NEW', 'BIRCH NORTH', 'BIRCH SOUTH'])
    assert.deepEqual(found.problems, [])
    const of = (code: string) => found.notes.filter((note) => note.code === code).map(({ line }) => line)
    assert.deepEqual(of('taken-over'), [2, 3, 4, 4, 5])
    assert.deepEqual(of('same-body'), [4])
    assert.deepEqual(found.notes.at(-1), { code: 'taken-over', line: 5, value: 'E6', by: ['NORTH', 'SOUTH'] })
  })

  it('is true of its own day: what was in being then stands for itself', () => {
    const found = read('2019-01-01', 'E4,E1', 'E4,E5')
    assert.deepEqual([between(found), found.notes], [['ALDER WEST', 'EAST WEST'], []])
  })

  it('is stopped by every line that will not do, each by name', () => {
    const long = 'x'.repeat(201)
    const { problems, borders } = read(
      '2019-06-01',
      'E1,E9',
      'E1,',
      'E1,E1-OLD',
      'E1,E2',
      'E2,E1',
      `E1,E4,${long}`,
      'E3,E1',
    )
    assert.deepEqual(problems, [
      { code: 'border-gss-unknown', line: 2, value: 'E9' },
      { code: 'border-gss-missing', line: 3 },
      { code: 'border-with-itself', line: 4, value: 'E1-OLD' },
      { code: 'border-twice', line: 6, earlier: 5 },
      { code: 'border-note-long', line: 7, most: 200 },
      { code: 'border-not-yet', line: 8, value: 'E3', authority: 'NEW' },
    ])
    assert.deepEqual(between({ borders }), ['ALDER BIRCH'])
  })

  it('is compared with what there is, whatever the notes say', () => {
    const [ours, theirs] = [
      [borderBetween('A', 'B', 'old'), borderBetween('B', 'C')],
      [borderBetween('B', 'A', 'new'), borderBetween('C', 'D')],
    ]
    assert.deepEqual(compareBorders(ours, theirs), { added: [theirs[1]], removed: [ours[1]], kept: 1 })
  })
})
