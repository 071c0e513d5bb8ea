import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  fieldsFor,
  fillLetter,
  type LetterOutcome,
  type LetterValues,
  letterFields,
  longestTemplate,
  plainLetter,
  plainWords,
  readTemplate,
  requiredFields,
  type TemplateProblem,
} from './index.ts'

const outcomes: readonly LetterOutcome[] = ['award', 'reserve', 'declined', 'not-shortlisted', 'ineligible']
const required = requiredFields.map((field) => `{{${field}}}`).join(' ')
const values: LetterValues = Object.fromEntries(letterFields.map((field) => [field, [{ text: `<${field}>` }]]))

/** What is wrong with a text that names all that it has to. */
function problemsOf(text: string, outcome: LetterOutcome = 'award'): readonly TemplateProblem[] {
  const read = readTemplate(`${text}\n\n${required}`, outcome)
  return read.ok ? [] : read.problems
}

function filled(text: string, given: LetterValues = values) {
  const read = readTemplate(`${text}\n\n${required}`, 'award')
  assert.ok(read.ok, JSON.stringify(read))
  return fillLetter(read.value, given).slice(0, -1)
}

describe('the template of a letter', () => {
  for (const outcome of outcomes)
    it(`takes every field of ${outcome} and puts its value in`, () => {
      for (const field of fieldsFor(outcome)) {
        const read = readTemplate(`Before {{ ${field} }} after.\n\n${required}`, outcome)
        assert.ok(read.ok, field)
        assert.equal(plainLetter(fillLetter(read.value, values))[0], `Before <${field}> after.`)
      }
    })

  it('refuses a field that is not known, or of another outcome, by name and line', () => {
    assert.deepEqual(problemsOf('One line\n\nDear {{councel}}'), [{ code: 'field-unknown', name: 'councel', line: 3 }])
    assert.deepEqual(problemsOf('{{pounds}}', 'declined'), [
      { code: 'field-of-another-outcome', name: 'pounds', line: 1 },
    ])
    assert.deepEqual(problemsOf('{{reserve-until}}', 'award'), [
      { code: 'field-of-another-outcome', name: 'reserve-until', line: 1 },
    ])
  })

  it('refuses a text that lacks what every letter says, naming each', () => {
    const read = readTemplate('{{reference}}', 'award')
    assert.ok(!read.ok)
    assert.deepEqual(
      read.problems,
      ['outcome', 'debrief', 'complaint'].map((name) => ({ code: 'field-missing', name })),
    )
    assert.deepEqual(readTemplate(' \n', 'award'), { ok: false, problems: [{ code: 'text-missing' }] })
    assert.deepEqual(readTemplate('a'.repeat(longestTemplate + 1), 'award'), {
      ok: false,
      problems: [{ code: 'text-too-long', most: longestTemplate }],
    })
  })

  it('refuses marks that its email or its PDF could not show, each with its line', () => {
    const text = '# A\n1. b\n> c\n| d |\n```\n![e](https://e.example)\n<b>f</b>'
    const marks = ['heading', 'numbers', 'quote', 'table', 'code', 'picture', 'html']
    assert.deepEqual(
      problemsOf(text).filter(({ code }) => code === 'mark-not-taken'),
      marks.map((mark, index) => ({ code: 'mark-not-taken', mark, line: index + 1 })),
    )
  })

  it('refuses links that lead elsewhere than to the web or a mailbox', () => {
    for (const address of ['javascript:alert(1)', 'http://a.example', '/path', 'data:text/html,x', ''])
      assert.deepEqual(problemsOf(`[words](${address})`), [{ code: 'address-not-taken', line: 1 }])
    assert.deepEqual(problemsOf('[a](https://a.example/b?c=d) [b](mailto:b@c.example)'), [])
  })

  it('says where a field or bold words are not closed', () => {
    assert.deepEqual(problemsOf('a\n{{fund'), [{ code: 'field-not-closed', line: 2 }])
    assert.deepEqual(
      problemsOf('a **b\nc** d').map(({ code }) => code),
      ['bold-not-closed', 'bold-not-closed'],
    )
  })

  it('reads paragraphs, headings, points, bold words and links', () => {
    assert.deepEqual(
      filled('One\ntwo **bold {{fund}}**\n## A [guide](https://a.example)\n- first\n  goes on\n- second\n\nLast'),
      [
        { kind: 'paragraph', runs: [{ text: 'One two ' }, { text: 'bold <fund>', strong: true }] },
        { kind: 'heading', runs: [{ text: 'A ' }, { text: 'guide', href: 'https://a.example' }] },
        { kind: 'list', items: [[{ text: 'first goes on' }], [{ text: 'second' }]] },
        { kind: 'paragraph', runs: [{ text: 'Last' }] },
      ],
    )
  })
})

describe('a letter', () => {
  it('shows what an applicant wrote as it is, whatever marks are in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.constantFrom('**bold**', '[a](javascript:alert(1))', '<script>', '{{outcome}}', '## x\n- y', '$&'),
        ),
        (text) => {
          const letter = filled('## T {{project-title}}\n- {{project-title}}', {
            ...values,
            'project-title': [{ text }],
          })
          assert.deepEqual(letter, [
            { kind: 'heading', runs: [{ text: `T ${text}` }] },
            { kind: 'list', items: [[{ text }]] },
          ])
        },
      ),
    )
  })

  it('has in plain text the address of a link beside it, once', () => {
    assert.equal(
      plainWords([{ text: 'See ' }, { text: 'this', href: 'https://a.example' }]),
      'See this (https://a.example)',
    )
    assert.equal(plainWords([{ text: 'a@b.example', href: 'mailto:a@b.example' }]), 'a@b.example')
    assert.deepEqual(plainLetter(filled('- a\n- **b**\n\n## C')), ['- a\n- b', 'C'])
  })

  it('is not made where a slot has no value', () => {
    const read = readTemplate(required, 'award')
    assert.ok(read.ok)
    assert.throws(() => fillLetter(read.value, {}), /lacks its outcome/)
  })
})
