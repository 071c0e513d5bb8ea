import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FrozenQuestion } from '../forms/index.ts'
import { hideNames } from './hide-names.ts'

const answer = (text: string, type: FrozenQuestion['type'] = 'long-text'): FrozenQuestion => ({
  id: 'why',
  type,
  label: 'Why?',
  value: text,
  shown: [text],
})
const hidden = (text: string, names: readonly string[], type?: FrozenQuestion['type']) =>
  hideNames([{ id: 'p', title: 'P', questions: [answer(text, type)] }], names)[0]?.questions[0]?.shown[0]

describe('answers without the names of who applies', () => {
  it('have none of the names, long or short, whatever their letters', () => {
    const names = ['Alder', 'Alder District Council', 'St. Ives (North)']
    assert.equal(
      hidden('ALDER DISTRICT COUNCIL needs it. So does Alder.', names),
      '[applicant] needs it. So does [applicant].',
    )
    assert.equal(hidden('In St. Ives (North), stxIves stays.', names), 'In [applicant], stxIves stays.')
  })

  it('keep words that only begin or end like a name', () => {
    assert.equal(hidden('The alders and the Alderman', ['Alder']), 'The alders and the Alderman')
  })

  it('do not say which authority was chosen, even by another name', () => {
    assert.equal(hidden('Somewhere else', ['Alder'], 'authority'), '[applicant]')
  })

  it('are as they were when there is nothing to hide', () => {
    assert.equal(hidden('Alder', []), 'Alder')
  })
})
