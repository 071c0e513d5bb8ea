import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Json } from '../../canonical/index.ts'
import { dayNumber, dayOfNumber, planOf, planPicture, planScale } from '../index.ts'

const step = (id: string, content: Record<string, Json>) => ({ id, version: 1, content: { title: id, ...content } })
const record = (plan: readonly ReturnType<typeof step>[]) => ({ depth: 'standard', sheets: { plan } }) as const

describe('the implementation plan', () => {
  it('is in the order of time, and a step of two weeks ends on its fourteenth day', () => {
    const steps = planOf(
      record([
        step('contract', { kind: 'work', starts: '2027-03-01', weeks: 2, owner: 'Legal' }),
        step('go on?', { kind: 'gate', starts: '2027-02-26', passes: 'The pension is agreed', weeks: 9 }),
      ]),
    )
    assert.deepEqual(
      steps.map(({ id, startsOn, endsOn, isGate, passes }) => [id, startsOn, endsOn, isGate, passes]),
      [
        ['go on?', '2027-02-26', '2027-02-26', true, 'The pension is agreed'],
        ['contract', '2027-03-01', '2027-03-14', false, ''],
      ],
    )
  })

  it('is drawn on whole months that hold every step, with few ticks however long it is', () => {
    const day = fc.integer({ min: 0, max: 70_000 }).map(dayOfNumber)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(day, fc.integer({ min: 1, max: 520 })), { minLength: 1, maxLength: 20 }),
        (drawn) => {
          const steps = planOf(
            record(drawn.map(([starts, weeks], at) => step(`${at}`, { kind: 'work', starts, weeks }))),
          )
          const { least, most, ticks } = planScale(steps)
          for (const { startsOn, endsOn } of steps)
            assert.ok(least <= dayNumber(startsOn) && dayNumber(endsOn) < most, `${startsOn} to ${endsOn}`)
          assert.ok(ticks.length <= 4 && ticks.every((tick) => dayOfNumber(tick).endsWith('-01') && tick <= most))
        },
      ),
    )
  })

  it('is a picture whose steps stand where its dates do, and which a plan without a step does not have', () => {
    const work = step('Set the company up and open its bank account', { kind: 'work', starts: '2027-03-01', weeks: 2 })
    const { finding, picture } = planPicture(planOf(record([work]))) ?? assert.fail()
    assert.equal(finding, 'The plan runs from 1 March 2027 to 14 March 2027, with no gate at which it can be stopped.')
    assert.ok(picture.chart === 'plan')
    const [row = assert.fail()] = picture.rows
    assert.equal(row.label, 'Set the company up and…')
    assert.deepEqual([row.from, row.to].map(dayOfNumber), ['2027-03-01', '2027-03-15'])
    assert.equal(planPicture([]), undefined)
  })

  it('has a scale while there is no step', () => {
    const { least, most } = planScale(planOf(record([])))
    assert.ok(least < most)
  })
})
