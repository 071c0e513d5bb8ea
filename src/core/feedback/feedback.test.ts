import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { firstBands } from '../rules/index.ts'
import {
  bandWords,
  draftFeedback,
  feedbackItems,
  type JudgesWords,
  judgeText,
  peopleNamed,
  releaseProblems,
} from './index.ts'

const criterion = (id: string, name: string) => ({
  id,
  name,
  looksFor: '',
  questions: [],
  weightPercent: 50,
  leastPoints: null,
  bands: firstBands,
})
const criteria = [criterion('need', 'Need'), criterion('plan', 'Plan')]
const interview = { held: true, criteria: [criterion('need', 'Vision')], writtenPercent: 60, quorum: 1 }
const items = feedbackItems({ criteria, interview }, true)
const said = (criterionId: string, text: string, more: Partial<JudgesWords> = {}): JudgesWords => ({
  kind: 'comment',
  criterionId,
  interview: false,
  text,
  ...more,
})
const draft = (words: readonly JudgesWords[], points: readonly (readonly [string, number])[] = [], saysScores = true) =>
  draftFeedback({
    items,
    words,
    points: new Map(points),
    leastPercent: 60,
    saysScores,
    names: ['Anna Brown (made up)'],
  })

describe('a draft of feedback', () => {
  it('gathers what was said of each criterion, moderation first and each text once', () => {
    const texts = draft([
      said('need', 'Clear.'),
      said('plan', 'Late.'),
      said('need', ' Clear. '),
      said('need', 'The meeting agreed.', { kind: 'moderation' }),
      said('need', 'Bold.', { interview: true }),
      said('', 'A good read.'),
      said('plan', '  '),
    ])
    assert.equal(texts.get('criterion_need'), 'The meeting agreed.\n\nClear.')
    assert.equal(texts.get('criterion_plan'), 'Late.')
    assert.equal(texts.get('interview_need'), 'Bold.')
    assert.equal(texts.get('summary_whole'), 'A good read.')
  })

  it('takes out the names of those who judged', () => {
    assert.equal(draft([said('need', 'As anna brown says.')]).get('criterion_need'), 'As an assessor says.')
  })

  it('says what is strong and what is to improve in the words of the scale, where applicants may know', () => {
    const points = [
      ['criterion_need', 3.5],
      ['criterion_plan', 1],
      ['interview_need', 4],
    ] as const
    const texts = draft([], points)
    assert.equal(texts.get('summary_strengths'), 'Interview: Vision: Excellent.\nNeed: between Good and Excellent.')
    assert.equal(texts.get('summary_improve'), 'Plan: Weak.')
    const silent = draft([], points, false)
    assert.equal(silent.get('summary_strengths'), 'Interview: Vision.\nNeed.')
    assert.equal(silent.get('summary_improve'), 'Plan.')
  })

  it('has something that is best and something to work on, whatever the scores', () => {
    const strong = draft(
      [],
      [
        ['criterion_need', 4],
        ['criterion_plan', 3],
      ],
    )
    assert.equal(strong.get('summary_improve'), 'Plan: Good.')
    const weak = draft(
      [],
      [
        ['criterion_need', 1],
        ['criterion_plan', 0],
      ],
    )
    assert.equal(weak.get('summary_strengths'), 'Need: Weak.')
    assert.equal(draft([]).get('summary_strengths'), '')
  })

  it('names the bands on both sides of points between them', () => {
    assert.deepEqual(
      [0, 2, 2.25, 4].map((points) => bandWords(firstBands, points)),
      ['Not answered', 'Fair', 'between Fair and Good', 'Excellent'],
    )
  })

  it('has a text for every item, whose ids never coincide', () => {
    assert.deepEqual(
      [...draft([]).keys()],
      items.map(({ id }) => id),
    )
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length)
  })
})

describe('a text that two write at once', () => {
  const stored = { text: 'Theirs', version: 2 }
  it('is written over what was seen, and nothing else', () => {
    assert.equal(judgeText(stored, { text: 'Mine', version: 2 }, 'Theirs'), 'write')
    assert.equal(judgeText(stored, { text: 'Mine', version: 1 }, 'Before'), 'clash')
    assert.equal(judgeText(stored, { text: 'Before', version: 1 }, 'Before'), 'untouched')
    assert.equal(judgeText(stored, { text: 'Theirs', version: 1 }, 'Before'), 'same')
    assert.equal(judgeText(stored, { text: 'Mine', version: 9 }, undefined), 'clash')
  })

  it('is never lost: whatever the order, each writer’s text is stored or handed back', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 12 }), (posts) => {
        const versions = ['0']
        for (const [seen, words] of posts) {
          const last = versions.length - 1
          const stored = { text: versions[last] ?? '', version: last }
          const posted = { text: String(words), version: Math.min(seen, last) }
          const verdict = judgeText(stored, posted, versions[posted.version])
          if (verdict === 'write') {
            assert.equal(posted.version, last)
            versions.push(posted.text)
          } else if (verdict === 'same') assert.equal(stored.text, posted.text)
          else if (verdict === 'untouched') assert.equal(versions[posted.version], posted.text)
        }
      }),
    )
  })
})

describe('who judged', () => {
  const judges = [
    { name: 'Zoë O’Hara-Quill', email: 'z.ohara@assessor.example' },
    { name: 'Alan Green (he/him), OBE', email: 'ag@assessor.example' },
    { name: 'Info', email: 'info@assessor.example' },
  ]
  const found = (text: string, allowed: readonly string[] = []) =>
    peopleNamed([{ item: 'need', text }], judges, allowed).map((each) => [each.found, each.certain])

  it('is found by name in any case, with other accents, apostrophes, dashes and spaces', () => {
    for (const name of ["ZOE O'HARA-QUILL", 'Zoë\u200b O‘Hara–Quill', 'zoe\no’hara‑quill', 'Quinn, Alan Green'])
      assert.equal(found(`As ${name} said`).filter(([, certain]) => certain).length, 1, name)
    assert.deepEqual(found('Green, Alan'), [['Green, Alan', true]])
    assert.deepEqual(found('Alan B. Green'), [['Alan B. Green', true]])
  })

  it('is found by a title or an initial with the surname, and by an address or its mailbox', () => {
    for (const text of ['Dr Green', 'Mrs. Green', 'A. Green', 'Cllr Alan Green'])
      assert.ok(
        found(text).some(([, certain]) => certain),
        text,
      )
    assert.deepEqual(found('ask AG@assessor.example'), [['AG@assessor.example', true]])
    assert.deepEqual(found('ask z.ohara'), [['z.ohara', true]])
  })

  it('is perhaps meant by a surname with a capital, but not by a word of the language', () => {
    assert.deepEqual(found('Green asked for more'), [['Green', false]])
    assert.deepEqual(found('The green spaces are many, and greenhouses'), [])
    assert.deepEqual(found('Green Valley Council', ['Green Valley Council']), [])
  })

  it('is not found in other words, whatever they are', () => {
    assert.deepEqual(found('Alangreen, algreen and Greenland: the plan is sound.'), [])
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { found: passage } of peopleNamed([{ item: 'x', text }], judges, [])) assert.ok(passage.length > 0)
      }),
    )
  })
})

describe('the release of feedback', () => {
  const approved = { reference: 'A', state: 'approved', named: [] } as const
  const codes = (given: Partial<Parameters<typeof releaseProblems>[0]>) =>
    releaseProblems({ released: false, told: true, applications: [approved], ...given }).map(({ code }) => code)

  it('is of everything at once, after outcomes are told', () => {
    assert.deepEqual(codes({}), [])
    assert.deepEqual(codes({ told: false }), ['not-told'])
    assert.deepEqual(codes({ applications: [] }), ['nothing-to-release'])
    assert.deepEqual(codes({ applications: [approved, { reference: 'B', state: null, named: [] }] }), ['not-approved'])
  })

  it('is not done twice', () => assert.deepEqual(codes({ released: true }), ['released-already']))

  it('refuses each text that says who judged, with the place, and only warns of what may', () => {
    const named = [
      { item: 'need', found: 'Alan Green', certain: true },
      { item: 'plan', found: 'Green', certain: false },
    ]
    assert.deepEqual(releaseProblems({ released: false, told: true, applications: [{ ...approved, named }] }), [
      { code: 'names-somebody', reference: 'A', item: 'need', found: 'Alan Green' },
    ])
  })
})
