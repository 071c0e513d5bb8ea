import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { describePlace } from './describe-place.ts'
import { formProblemText } from './forms.messages.ts'
import { parseDefinition } from './parse-definition.ts'

const words = (definition: unknown): readonly string[] => {
  const parsed = parseDefinition(typeof definition === 'string' ? definition : JSON.stringify(definition))
  return parsed.ok ? [] : parsed.problems.map(formProblemText)
}

describe('the place of a problem', () => {
  it('names page and question as the person who pasted the definition knows them', () => {
    const question = { type: 'short-text', id: 'email', label: 'Email', hint: '' }
    const pages = [
      { id: 'a', title: 'First', questions: [] },
      { id: 'b', title: 'Contacts', questions: [question, { type: 'nonsense', id: 'x' }] },
    ]
    assert.deepEqual(
      words({ id: 'f', title: 'F', pages, checks: [{ id: 'c', when: {}, text: 'T', question: 'email' }] }),
      [
        'Page 2 “Contacts”, question 1 “Email”, hint: must not be blank',
        `Page 2 “Contacts”, question 2 “x”, type: must be one of: short-text, long-text, email, phone, url, whole-number, number, money, percentage, date, yes-no, radios, select, checkboxes, authority, address, file, declaration, repeating-group, money-table`,
        'Check 1 “c”, its condition (when): must be a condition: one of question, sum, items, compare, all, any, not',
      ],
    )
  })

  it('follows a question into a group and an option into its list', () => {
    const definition = {
      pages: [
        { title: 'P', questions: [{ label: 'Group', questions: [{ label: 'Inner', options: [{ label: 'One' }] }] }] },
      ],
    }
    assert.equal(
      describePlace(definition, '/pages/0/questions/0/questions/0/options/0/value'),
      'page 1 “P”, question 1 “Group”, question 1 “Inner”, option 1 “One”, value',
    )
  })

  it('can be asked of anything at all', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.array(fc.constantFrom('pages', 'questions', '0', '7', '__proto__', 'a~1b')),
        (value, steps) => assert.equal(typeof describePlace(value, steps.map((step) => `/${step}`).join('')), 'string'),
      ),
    )
  })
})

describe('a definition that is not JSON', () => {
  it('is refused at its line and character', () => {
    assert.deepEqual(words('{\n  "id": "f",\n  "title": F\n}'), [
      'The definition cannot be read from line 3, character 12 on: look there for a missing comma, quotation mark or bracket',
    ])
  })

  it('is refused where a stray character was put into one that was right', () => {
    const right = JSON.stringify({ id: 'f', title: 'F', pages: [{ id: 'p', title: 'P', questions: [] }] }, null, 1)
    const places = [...right.matchAll(/[{[,:]/g)].map(({ index }) => index + 1)
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.constantFrom('F', '?', '@'), (place, stray) => {
        const before = right.slice(0, place).split('\n')
        const at = `line ${before.length}, character ${(before.at(-1)?.length ?? 0) + 1} on`
        assert.deepEqual(words(right.slice(0, place) + stray + right.slice(place)), [
          `The definition cannot be read from ${at}: look there for a missing comma, quotation mark or bracket`,
        ])
      }),
    )
  })

  it('is refused when it ends too soon or is empty', () => {
    assert.deepEqual(words(' '), ['Paste the definition of the form'])
    assert.equal(words('{"id": "f"').length, 1)
  })
})
