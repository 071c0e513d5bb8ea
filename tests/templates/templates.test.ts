import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { answerClasses, checkScreener, countableTypes, everyPath, pathWords } from '../../src/core/eligibility/index.ts'
import { type Answers, eligibility, type Form, validateSubmission, whatIsVisible } from '../../src/core/forms/index.ts'
import { readTemplates, type Template } from '../../src/features/forms/templates/read-templates.ts'
import { filledIn, validAnswer } from '../support/valid-answer.ts'

const templates = await readTemplates()
const countable: readonly string[] = countableTypes

/** One set of answers for every branch of a form: each class of answers that a condition, rule or check tells apart. */
function branches(form: Form): readonly { readonly words: string; readonly answers: Answers }[] {
  const every = everyPath(form, undefined, (question, { expressions }) => {
    const classes = countable.includes(question.type) ? answerClasses(question, expressions) : []
    // What no condition tells apart may still be compared with another answer: the valid one keeps within all limits.
    if (classes.filter(({ values: [value] }) => value !== undefined).length > 1) return classes
    return [{ values: [validAnswer(question) ?? ''], words: 'answered' }]
  })
  return every.groups.flatMap(({ paths, complete }) => {
    assert.ok(complete)
    return paths.map((path) => ({ words: pathWords(path), answers: path.answers }))
  })
}

const without = (answers: Answers, id: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([question]) => question !== id))

/** Every branch submits when all is answered, and does not when any required answer is missing. */
function walk(form: Form): void {
  for (const { words, answers } of branches(form)) {
    const whole = filledIn(form, answers)
    assert.deepEqual(validateSubmission(form, whole), [], words)
    for (const { id, required } of whatIsVisible(form, whole).questions) {
      const left = validateSubmission(form, without(whole, id))
      const missed = left.some(({ question }) => question === id)
      assert.equal(missed, required === true, `${id} on ${words}`)
    }
  }
}

function screenerOf({ screener }: Template): Form {
  return screener ?? assert.fail('it has no screener')
}

describe('the templates of real funds', () => {
  it('are at least the six that are asked for, each with its facts, where they were read and what is not known', () => {
    const names = templates.map(({ name }) => name)
    for (const name of [
      'delivering-differently',
      'delivering-differently-young-people',
      'highways-maintenance-challenge-fund',
      'levelling-up-fund',
      'local-digital-fund',
      'mutuals-interim-support-fund',
    ]) {
      assert.ok(names.includes(name), name)
    }
    for (const { name, fund, form, screener } of templates) {
      assert.ok(fund.unknown.length > 0, `${name} knows everything`)
      // Whatever was not found is marked, on the form and on its pages or questions.
      for (const each of screener === undefined ? [form] : [form, screener]) {
        assert.equal(each.reconstructed, true, `${name}: ${each.id}`)
        for (const { source, reconstructed, title } of each.pages)
          assert.ok(source || reconstructed, `${name}: ${title}`)
      }
    }
  })

  for (const template of templates) {
    describe(template.fund.name, () => {
      it('has a form of which every branch submits, and none without a required answer', () => walk(template.form))

      if (template.screener === undefined) return
      it('has a screener of which every path leads to its outcome, and none without an answer', () => {
        const screener = screenerOf(template)
        assert.deepEqual(checkScreener(screener), [])
        walk(screener)
        for (const { paths } of everyPath(screener).groups) {
          for (const { answers, outcome } of paths) {
            // With the rest answered so that nothing fails, this group alone decides whether it fails.
            const whole = filledIn(screener, { ...passing(screener), ...answers })
            assert.equal(eligibility(screener, whole).outcome === 'fail', outcome === 'fail')
          }
        }
      })
    })
  }
})

/** Answers to a screener with which nobody fails. */
const passing = (screener: Form): Answers =>
  Object.assign(
    {},
    ...everyPath(screener).groups.map(({ paths }) => paths.find(({ outcome }) => outcome !== 'fail')?.answers),
  )

describe('what a fund asks besides its form', () => {
  const rulesOf = (name: string) =>
    templates.find((template) => template.name === name)?.fund.rules ?? assert.fail(name)

  it('is two bids as lead and three partners for Local Digital', () => {
    const { leadSlots, partnerMinimum, partnerSlots } = rulesOf('local-digital-fund')
    assert.deepEqual([leadSlots.categories.map(({ most }) => most), partnerMinimum, partnerSlots], [[2], 3, null])
    const { form } = templates.find(({ name }) => name === 'local-digital-fund') ?? assert.fail()
    const answers = filledIn(form, {})
    const [partner] = answers.partners as readonly object[]
    const two = { ...answers, partners: [partner, partner] } as Answers
    assert.deepEqual(
      validateSubmission(form, two).map(({ code }) => code),
      ['too-few-items'],
    )
  })

  it('is one large and one small bid for highways, with two answers of fifty words', () => {
    assert.deepEqual(
      rulesOf('highways-maintenance-challenge-fund').leadSlots.categories.map(({ value, most }) => [value, most]),
      [
        ['small', 1],
        ['large', 1],
      ],
    )
    const { form } = templates.find(({ name }) => name === 'highways-maintenance-challenge-fund') ?? assert.fail()
    const words = (count: number) => Array.from({ length: count }, () => 'road').join(' ')
    for (const id of ['a2', 'a3']) {
      const answers = filledIn(form, {})
      assert.deepEqual(validateSubmission(form, { ...answers, [id]: words(50) }), [])
      assert.deepEqual(
        validateSubmission(form, { ...answers, [id]: words(51) }).map(({ question, code }) => [question, code]),
        [[id, 'too-many-words']],
      )
    }
  })
})
