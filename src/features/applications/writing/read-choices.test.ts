import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fieldsOf } from '../../../core/forms/index.ts'
import { readChoices, withMerged } from './read-choices.ts'

const clash = {
  clash: 'drivers',
  drivers: 'mine',
  'merged-drivers': 'theirs\n\nmine',
  'offered-drivers': 'theirs\n\nmine',
}
const read = (fields: Readonly<Record<string, string>>) => {
  const { keepTheirs, undecided, merged, unchosen } = readChoices(fieldsOf({ ...clash, ...fields }))
  const texts = (unchosen.get('drivers') ?? []).map((one) => one.text('drivers'))
  return { keepTheirs: [...keepTheirs], undecided: [...undecided], merged: [...merged], texts }
}

describe('what was chosen of two texts', () => {
  it('is mine, theirs, the merged one or nothing; and sets aside what was typed and not chosen', () => {
    const none = { keepTheirs: [], undecided: [], merged: [] }
    assert.deepEqual(read({ 'keep-drivers': 'mine' }), { ...none, texts: [] })
    assert.deepEqual(read({ 'keep-drivers': 'theirs' }), { ...none, keepTheirs: ['drivers'], texts: ['mine'] })
    assert.deepEqual(read({ 'keep-drivers': 'merged' }), { ...none, merged: ['drivers'], texts: ['mine'] })
    assert.deepEqual(read({}), { ...none, undecided: ['drivers'], texts: ['mine'] })
    assert.deepEqual(read({ 'keep-drivers': 'other' }), { ...none, undecided: ['drivers'], texts: ['mine'] })
  })

  it('sets aside a merged text that was worked on, and not the one that was merely offered', () => {
    const worked = { 'merged-drivers': 'theirs and mine' }
    assert.deepEqual(read({ ...worked, 'keep-drivers': 'mine' }).texts, ['theirs and mine'])
    assert.deepEqual(read({ ...worked, 'keep-drivers': 'theirs' }).texts, ['mine', 'theirs and mine'])
    assert.deepEqual(read({ ...worked, 'keep-drivers': 'merged' }).texts, ['mine'])
  })

  it('is nothing where a merged text is chosen that is not there', () => {
    const { undecided, merged } = readChoices(fieldsOf({ clash: 'a', a: 'mine', 'keep-a': 'merged' }))
    assert.deepEqual([[...undecided], [...merged]], [['a'], []])
  })

  it('is nothing on any other page', () => {
    const { keepTheirs, undecided, merged, unchosen } = readChoices(fieldsOf({ drivers: 'mine' }))
    assert.deepEqual([keepTheirs.size, undecided.size, merged.size, unchosen.size], [0, 0, 0, 0])
  })
})

it('reads the merged text as the answer where it was chosen, and there alone', () => {
  const fields = withMerged(fieldsOf({ a: 'mine', 'merged-a': 'both', b: 'mine', 'merged-b': 'both' }), new Set(['a']))
  assert.deepEqual([fields.text('a'), fields.text('b'), fields.has('c')], ['both', 'mine', false])
})
