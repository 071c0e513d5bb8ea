import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { describe, it } from 'node:test'
import { checkDefinition, questionsOf } from '../../core/forms/index.ts'
import { answerSentence, outlineForm } from './form-outline.ts'

describe('a form to read', () => {
  it('has every question of the seeded form, in order, each said to be reconstructed or not as its definition says', async () => {
    const file = new URL('../../../database/seeds/templates/delivering-differently/form.json', import.meta.url)
    const checked = checkDefinition(JSON.parse(await readFile(file, 'utf8')))
    assert.ok(checked.ok)
    const outline = outlineForm(checked.value)
    const read = outline.pages.flatMap(({ questions }) => questions)
    const asked = questionsOf(checked.value)
    assert.deepEqual(
      read.map(({ id, label, reconstructed }) => [id, label, reconstructed]),
      asked.map(({ id, label, reconstructed }) => [id, label, reconstructed ?? false]),
    )
    assert.equal(outline.questionCount, asked.length)
    const partners = read.find(({ id }) => id === 'partners')
    assert.equal(partners?.condition, 'Asked only if “Is this a joint bid?” is yes')
    assert.equal(partners?.answer, 'For each partner (at least 1 and at most 20):')
    assert.deepEqual(outline.rules[0]?.outcome, 'fail')
  })

  it('calls the authorities that conditions and rules name by their names', () => {
    const when = { question: 'who', is: 'E1' }
    const questions = [
      { id: 'who', type: 'authority' as const, label: 'Who?' },
      { id: 'why', type: 'short-text' as const, label: 'Why?', showIf: when },
    ]
    const form = {
      id: 'f',
      title: 'F',
      pages: [
        { id: 'p', title: 'P', questions },
        { id: 'more', title: 'More', showIf: when, questions: [] },
      ],
      rules: [{ id: 'r', clause: 'R', when, outcome: 'fail' as const, text: 'No' }],
    }
    const { pages, rules } = outlineForm(form, (_, id) => (id === 'E1' ? 'Hull' : undefined))
    const said = [pages[0]?.questions[1]?.condition, pages[1]?.condition, rules[0]?.condition]
    assert.deepEqual(said, ['Asked only if “Who?” is Hull', 'Asked only if “Who?” is Hull', '“Who?” is Hull'])
  })

  it('says how long and how much', () => {
    const base = { id: 'q', label: 'Q?' }
    assert.equal(answerSentence({ ...base, type: 'long-text', maxWords: 500 }), 'Text of at most 500 words')
    assert.equal(
      answerSentence({ ...base, type: 'long-text', minWords: 50, maxWords: 500 }),
      'Text of at least 50 and at most 500 words',
    )
    assert.equal(
      answerSentence({ ...base, type: 'short-text', max: 1200 }),
      'One line of text of at most 1,200 characters',
    )
    assert.equal(
      answerSentence({ ...base, type: 'money', min: 0, max: 100_000 }),
      'An amount in pounds at most £100,000',
    )
    assert.equal(
      answerSentence({ ...base, type: 'percentage', min: 5, max: 100 }),
      'A percentage at least 5% and at most 100%',
    )
    assert.equal(answerSentence({ ...base, type: 'checkboxes', options: [], max: 3 }), 'At most 3, any of:')
    assert.equal(answerSentence({ ...base, type: 'yes-no' }), 'Yes or no')
  })
})
