import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Json } from '../canonical/index.ts'
import { checkDefinition, type Form, MOST_CHARACTERS, problemText, validateDraft, validateSubmission } from './index.ts'
import { kinds } from './types/every-kind.ts'

type Part = { readonly [key: string]: Json }

function formOf(questions: readonly Part[], more: Part = {}): Form {
  const checked = checkDefinition({ id: 'f', title: 'F', pages: [{ id: 'p', title: 'P', questions }], ...more })
  assert.ok(checked.ok, JSON.stringify(checked))
  return checked.value
}

const question = (type: string, more: Part = {}): Part => ({ id: 'q', type, label: 'Your plan', ...more })
const options = { options: ['a', 'b', 'c'].map((value) => ({ value, label: value })) }

type Said = readonly (readonly [field: string, code: string, text: string])[]
const said = (problems: ReturnType<typeof validateDraft>): Said =>
  problems.map((problem) => [problem.field, problem.code, problemText(problem)])

const draftOf = (one: Part, value: Json) => said(validateDraft(formOf([one]), { q: value }))
const submissionOf = (one: Part, value: Json) => said(validateSubmission(formOf([one]), { q: value }))

describe('a draft', () => {
  it('needs no answers, and may be over the limits of the form', () => {
    const form = formOf([question('long-text', { required: true, maxWords: 2 })])
    assert.deepEqual(validateDraft(form, {}), [])
    assert.deepEqual(validateDraft(form, { q: 'one two three' }), [])
  })

  it('is told of each value that is not of its type', () => {
    const cases: readonly (readonly [Part, Json, string])[] = [
      [question('short-text'), 5, 'not-text'],
      [question('long-text'), ['x'], 'not-text'],
      [question('email'), 'name@example', 'not-an-email'],
      [question('email'), 'a@b@example.com', 'not-an-email'],
      [question('phone'), '12345', 'not-a-phone'],
      [question('url'), 'example.com', 'not-a-url'],
      [question('url'), 'https://nohost', 'not-a-url'],
      [question('whole-number'), 1.5, 'not-a-whole-number'],
      [question('whole-number'), '7', 'not-a-whole-number'],
      [question('money'), 0.001, 'not-money'],
      [question('money'), 1e300, 'not-money'],
      [question('percentage'), true, 'not-a-percentage'],
      [question('date'), '2014-02-30', 'not-a-date'],
      [question('date'), 20140210, 'not-a-date'],
      [question('date'), { day: '1', month: '2', year: '14' }, 'date-short-year'],
      [question('date'), { day: '1', month: '', year: '2014' }, 'date-incomplete'],
      [question('yes-no'), 'yes', 'not-yes-or-no'],
      [question('radios', options), 'z', 'not-an-option'],
      [question('select', options), ['a'], 'not-an-option'],
      [question('checkboxes', options), 'a', 'not-a-list'],
      [question('checkboxes', options), ['a', 'a'], 'not-an-option'],
      [question('authority'), 7, 'not-an-authority'],
      [question('file'), 'x'.repeat(201), 'not-a-file'],
      [question('address'), { line1: 'A', zip: 'B' }, 'not-an-address'],
      [question('address'), { postcode: '90210' }, 'not-a-postcode'],
      [question('declaration'), 'on', 'not-yes-or-no'],
      [question('money-table', { columns: ['a'] }), [{ b: 1 }], 'not-an-item'],
      [question('money-table', { columns: ['a'] }), [{ a: 'lots' }], 'not-money'],
      [question('money-table', { columns: ['a'], rows: [{ id: 'r', label: 'R' }] }), [{ a: 1 }], 'not-an-item'],
      [
        question('repeating-group', { questions: [{ id: 'n', type: 'email', label: 'E' }] }),
        [{ n: 'x' }],
        'not-an-email',
      ],
      [question('repeating-group', { questions: [{ id: 'n', type: 'email', label: 'E' }] }), ['x'], 'not-an-item'],
    ]
    for (const [one, value, code] of cases)
      assert.deepEqual(
        draftOf(one, value).map((problem) => problem[1]),
        [code],
        JSON.stringify([one, value]),
      )
  })

  it('accepts what people really give', () => {
    const cases: readonly (readonly [string, Json])[] = [
      ['email', 'siân.o’neill@gwynedd.llyw.cymru'],
      ['email', "o'neill+bids@example.gov.uk"],
      ['phone', '01632 960 001'],
      ['phone', '+44 (0)808 157 0192 ext. 12'],
      ['url', 'https://www.example.gov.uk/a?b=c#d'],
      ['long-text', 'Ŵy ŷd\r\n\t👩🏽‍🚀 “quoted”'],
      ['address', { line1: '1 Stryd Fawr', town: 'Bangor', postcode: 'LL57 1AB' }],
      ['address', '1 Stryd Fawr\nBangor\nLL57 1AB'],
      ['date', '2016-02-29'],
      ['money', 100000.01],
      ['percentage', 0],
    ]
    for (const [type, value] of cases) assert.deepEqual(draftOf(question(type), value), [], JSON.stringify(value))
  })

  it('refuses control characters, half characters and text of ten million', () => {
    for (const bad of ['a\u0000b', '\u001b[2J', 'x\u0085y', 'half \ud83d']) {
      for (const type of ['short-text', 'long-text', 'email', 'money', 'date', 'radios', 'yes-no']) {
        assert.equal(
          draftOf(question(type, type === 'radios' ? options : {}), bad).at(0)?.[1],
          'control-characters',
          `${type} ${JSON.stringify(bad)}`,
        )
      }
    }
    const huge = '😀 '.repeat(3_500_000)
    const [problem] = draftOf(question('long-text', { maxWords: 500 }), huge)
    assert.deepEqual(problem?.slice(1), [
      'too-long',
      'Your plan must be 20,000 characters or less. You have used 10,500,000',
    ])
    for (const type of Object.keys(kinds)) {
      const more = 'radios select checkboxes'.includes(type)
        ? options
        : type === 'money-table'
          ? { columns: ['a'] }
          : type === 'repeating-group'
            ? { questions: [{ id: 'n', type: 'url', label: 'N' }] }
            : {}
      assert.equal(draftOf(question(type, more), huge).length > 0, true, type)
    }
  })

  it('refuses more text than a form can hold, though each answer is short enough', () => {
    const many = Array.from({ length: 26 }, (_, index) => ({ id: `q${index}`, type: 'long-text', label: 'Text' }))
    const answers = Object.fromEntries(many.map(({ id }) => [id, 'x'.repeat(MOST_CHARACTERS)]))
    assert.deepEqual(
      said(validateDraft(formOf(many), answers)).map(([field, code]) => [field, code]),
      [['q25', 'form-too-long']],
    )
    assert.deepEqual(validateDraft(formOf(many.slice(1)), answers), [])
  })
})

describe('a submission', () => {
  it('says what is missing, in the words of the question', () => {
    const cases: readonly (readonly [Part, string, string])[] = [
      [question('short-text', { label: 'Name of the lead officer' }), 'q', 'Enter the name of the lead officer'],
      [question('email', { label: 'Email', shortName: 'your email address' }), 'q', 'Enter your email address'],
      [
        question('long-text', { label: 'What are the drivers for change?' }),
        'q',
        'Answer “What are the drivers for change?”',
      ],
      [question('radios', { ...options, label: 'Type of model' }), 'q', 'Select the type of model'],
      [question('date', { label: 'Start date' }), 'q-day', 'Enter the start date'],
      [question('address', { label: 'Address' }), 'q-line1', 'Enter the address'],
      [question('yes-no', { label: 'Is this a joint bid?' }), 'q', 'Select yes or no for “Is this a joint bid?”'],
      [
        question('yes-no', { label: 'Is this a joint bid?', shortName: 'this is a joint bid' }),
        'q',
        'Select yes if this is a joint bid',
      ],
      [question('url', { label: 'URL of the plan' }), 'q', 'Enter the URL of the plan'],
    ]
    for (const [one, field, text] of cases) {
      for (const nothing of [null, '', ' \n', [], {}])
        assert.deepEqual(submissionOf({ ...one, required: true }, nothing), [[field, 'missing', text]])
      assert.deepEqual(submissionOf(one, null), [])
    }
  })

  it('needs a required declaration to be made, not only answered', () => {
    const declaration = question('declaration', { required: true, shortName: 'that your answers are true' })
    assert.deepEqual(submissionOf(declaration, false), [['q', 'missing', 'Confirm that your answers are true']])
    assert.deepEqual(submissionOf(declaration, true), [])
    assert.deepEqual(submissionOf(question('yes-no', { required: true }), false), [])
  })

  it('holds answers to the limits of the form', () => {
    const cases: readonly (readonly [Part, Json, string])[] = [
      [
        question('long-text', { maxWords: 500 }),
        'gair '.repeat(512),
        'Your plan must be 500 words or fewer. You have used 512',
      ],
      [question('long-text', { minWords: 3 }), 'too short', 'Your plan must be 3 words or more. You have used 2'],
      [question('short-text', { max: 3 }), 'abcd', 'Your plan must be 3 characters or less. You have used 4'],
      [question('money', { max: 100000 }), 100000.01, 'Your plan must be £100,000 or less'],
      [question('money', { min: 0 }), -1, 'Your plan must be £0 or more'],
      [question('percentage', { max: 100 }), 101, 'Your plan must be 100% or less'],
      [question('date', { min: '2014-02-10' }), '2014-02-09', 'Your plan must be 10 February 2014 or later'],
      [question('checkboxes', { ...options, max: 1 }), ['a', 'b'], 'Select no more than 1 choice for your plan'],
      [
        question('repeating-group', {
          minItems: 2,
          itemName: 'partner',
          questions: [{ id: 'n', type: 'url', label: 'N' }],
        }),
        [{}],
        'Add at least 2 partners to your plan',
      ],
      [
        question('money-table', { columns: ['a'], max: 10 }),
        [{ a: 10.5 }],
        'The total of your plan must be £10 or less. It is £10.50',
      ],
      [question('address'), { line1: 'A', postcode: 'SW1A 2AS' }, 'Enter the town or city of your plan'],
    ]
    for (const [one, value, text] of cases) {
      assert.deepEqual(
        submissionOf(one, value).map((problem) => problem[2]),
        [text],
      )
      assert.deepEqual(draftOf(one, value), [])
    }
  })

  it('accepts answers exactly at the limits', () => {
    const cases: readonly (readonly [Part, Json])[] = [
      [question('long-text', { maxWords: 3, minWords: 3 }), 'un dau tri'],
      [question('money', { min: 1, max: 1 }), 1],
      [question('date', { min: '2014-02-10', max: '2014-02-10' }), '2014-02-10'],
      [question('checkboxes', { ...options, min: 2, max: 2 }), ['c', 'a']],
      [question('money-table', { columns: ['a', 'b'], min: 0.3, max: 0.3 }), [{ a: 0.1, b: 0.2 }]],
    ]
    for (const [one, value] of cases) assert.deepEqual(submissionOf(one, value), [])
  })

  it('says everything at once, in the order of the form, at the input to mend', () => {
    const form = formOf(
      [
        { id: 'why', type: 'long-text', label: 'Why', required: true },
        { id: 'start', type: 'date', label: 'Start', required: true },
        {
          id: 'partners',
          type: 'repeating-group',
          label: 'Partners',
          itemName: 'partner',
          questions: [
            { id: 'name', type: 'short-text', label: 'Name', required: true },
            { id: 'from', type: 'date', label: 'From' },
          ],
        },
        { id: 'cost', type: 'money', label: 'Cost' },
      ],
      { checks: [{ id: 'c', when: { question: 'cost', above: 5 }, text: 'Explain a cost above £5', question: 'why' }] },
    )
    const answers = {
      start: { day: '1', month: '', year: '2014' },
      partners: [{ name: 'Hull' }, { from: { day: '', month: '2', year: '2014' } }],
      cost: 6,
    }
    assert.deepEqual(said(validateSubmission(form, answers)), [
      ['why', 'missing', 'Enter why'],
      ['why', 'check', 'Explain a cost above £5'],
      ['start-month', 'date-incomplete', 'Start must include a month'],
      ['partners-1-from-day', 'date-incomplete', 'From (partner 2) must include a day'],
    ])
    const mended = {
      ...answers,
      why: 'x',
      start: '2014-02-10',
      partners: [{ name: 'Hull' }, { from: '2014-02-01' }],
      cost: 5,
    }
    assert.deepEqual(said(validateSubmission(form, mended)), [
      ['partners-1-name', 'missing', 'Enter the name (partner 2)'],
    ])
  })
})
