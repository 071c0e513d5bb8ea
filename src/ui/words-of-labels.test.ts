import assert from 'node:assert/strict'
import { it } from 'node:test'
import { wordsOfField } from '../core/saving/field-words.ts'
import { checkboxes, dateInput, input, radios, select, textarea } from './components/index.ts'
import { hidden } from './form.ts'
import { html, render } from './html.ts'
import { wordsOfLabels } from './words-of-labels.ts'

it('is what people read beside the fields of our own components, by the names of the fields', () => {
  const words = wordsOfLabels(
    render(html`${hidden('version', 3)}
${textarea({ name: 'why', id: 'reason-1', label: { text: 'Why “more” & <longer>?' } })}
${radios({ name: 'whom', fieldset: { legend: { text: 'Whom is it for?' } }, items: [{ value: 'a', text: 'Everybody' }] })}
${dateInput({ id: 'until', namePrefix: 'until', fieldset: { legend: { text: 'Until when?' } }, items: [{ name: 'day', label: 'Day' }] })}
${select({ name: 'page', id: 'page', label: { text: 'Which page?' }, items: [{ value: '1', text: 'One' }] })}
${checkboxes({ name: 'sure', items: [{ value: 'yes', text: 'I am sure' }] })}
${input({ name: 'last', id: 'last', label: { text: 'After the groups' } })}`),
  )
  assert.deepEqual(
    [...words],
    [
      ['why', 'Why “more” & <longer>?'],
      ['whom', 'Whom is it for?'],
      ['until-day', 'Until when? (Day)'],
      ['page', 'Which page?'],
      ['last', 'After the groups'],
    ],
  )
  assert.equal(wordsOfField(words, 'why'), 'Why “more” & <longer>?')
})
