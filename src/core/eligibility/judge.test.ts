import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Answers, Form, Question, Rule } from '../forms/index.ts'
import { carriedAnswers, freezeJudgement, judge, type Screened } from './judge.ts'
import { screenedOutcome } from './screened-outcome.ts'
import { whereDecided } from './where-decided.ts'

const yesNo = (id: string): Question => ({ type: 'yes-no', id, label: id, required: true })
const formOf = (id: string, questions: readonly Question[], rules: readonly Rule[]): Form => ({
  id,
  title: id,
  pages: [{ id: 'p', title: 'P', questions }],
  rules,
})
const rule = (id: string, question: string, is: boolean, outcome: Rule['outcome']): Rule => ({
  id,
  clause: `Clause of ${id}`,
  when: { question, is },
  outcome,
  text: id,
})

const screener = formOf(
  'screener',
  [yesNo('council'), yesNo('joint')],
  [rule('council', 'council', false, 'fail'), rule('joint', 'joint', true, 'caveat')],
)
const form = formOf(
  'form',
  [yesNo('council'), yesNo('share')],
  [rule('council', 'council', false, 'fail'), rule('share', 'share', false, 'caveat')],
)
const screened = (told: Screened['told']): Screened => ({ form: screener, number: 1, sha256: 'a', told })
const idsOf = (rules: readonly Rule[]): readonly string[] => rules.map(({ id }) => id)

describe('judging an application', () => {
  it('adds the rules of the screener to those of the form, each said once', () => {
    const all = judge(form, { council: false, share: false }, screened({ council: false, joint: true }))
    assert.equal(all.outcome, 'fail')
    assert.deepEqual(idsOf(all.failed), ['council'])
    assert.deepEqual(idsOf(all.caveats), ['joint', 'share'])
  })

  it('goes by what the form says when that was changed after the screener', () => {
    const told = screened({ council: true, joint: false })
    assert.equal(judge(form, { council: false, share: true }, told).outcome, 'fail')
    assert.equal(judge(form, { council: true, share: true }, told).outcome, 'pass')
  })

  it('is not done while the screener is not answered', () => {
    assert.equal(judge(form, {}, undefined).screening, 'none')
    assert.equal(judge(form, {}, screened(undefined)).screening, 'missing')
    assert.equal(judge(form, { council: true }, screened({})).screening, 'missing')
    assert.equal(judge(form, { council: true }, screened({ joint: false })).screening, 'done')
  })

  it('is frozen with the clauses and with what the screener was told', () => {
    const frozen = freezeJudgement(form, { council: true, share: false }, screened({ council: false, joint: true }))
    assert.equal(frozen?.outcome, 'pass-with-caveats')
    assert.deepEqual(
      frozen?.rules.map(({ clause }) => clause),
      ['Clause of joint', 'Clause of share'],
    )
    const told = frozen?.screener?.pages.flatMap(({ questions }) => questions.map(({ id, shown }) => [id, ...shown]))
    assert.deepEqual(told, [
      ['council', 'Yes'],
      ['joint', 'Yes'],
    ])
    assert.equal(freezeJudgement({ ...form, rules: [] }, {}, undefined), undefined)
  })
})

describe('where it is asked what a rule fails', () => {
  const asked = (all: Form, answers: Answers, told: Answers | undefined) => {
    const [rule] = judge(all, answers, screened(told)).failed
    return rule && whereDecided(rule, all, answers, screened(told))
  }

  it('is in the form, if it asks it too, or else in the screener', () => {
    assert.deepEqual(asked(form, { council: false, share: true }, { council: true, joint: false }), {
      by: 'form',
      page: 'p',
      question: 'council',
    })
    const withoutIt = formOf('other', [yesNo('share')], [])
    assert.deepEqual(asked(withoutIt, { share: true }, { council: false, joint: false }), {
      by: 'screener',
      page: 'p',
      question: 'council',
    })
    const asksIt = formOf('other', [yesNo('share'), yesNo('council')], [])
    assert.equal(asked(asksIt, { council: false }, { council: true, joint: false })?.by, 'form')
  })
})

describe('what comes of a screener', () => {
  it('is a refusal as soon as a rule refuses, and anything else once all is answered', () => {
    const outcomes = [
      undefined,
      {},
      { council: false },
      { council: true },
      { joint: true },
      { council: true, joint: true },
      { council: true, joint: false },
      { council: false, joint: true },
    ].map((told) => screenedOutcome(screener, told))
    const open = 'unanswered'
    assert.deepEqual(outcomes, [open, open, 'fail', open, open, 'pass-with-caveats', 'pass', 'fail'])
  })

  it('is a pass where there are no rules', () => {
    assert.equal(screenedOutcome(formOf('plain', [yesNo('council')], []), { council: false }), 'pass')
  })
})

describe('answers that are carried into the application', () => {
  it('are those to questions that the form asks in the same way and accepts', () => {
    const partners = (max: number): Question => ({ type: 'whole-number', id: 'partners', label: 'Partners', max })
    const asks = formOf('f', [yesNo('council'), partners(3), { ...yesNo('joint'), type: 'short-text' } as Question], [])
    const told = { council: true, joint: true, partners: 5, other: true }
    const from = formOf('s', [yesNo('council'), yesNo('joint'), partners(9), yesNo('other')], [])
    assert.deepEqual(carriedAnswers(from, told, asks), { council: true })
    assert.deepEqual(carriedAnswers(from, { ...told, partners: 2 }, asks), { council: true, partners: 2 })
  })
})
