import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listSteps } from './list-steps.ts'
import type { CameOf } from './outcome.store.ts'

const nothing: CameOf = {
  receivedAt: null,
  shortlistToldAt: null,
  interviewAt: null,
  decisionToldAt: null,
  letterTitle: null,
  feedbackAt: null,
  awardState: null,
  awardOfferedAt: null,
  awardAnsweredAt: null,
}
const on = (day: number): Date => new Date(Date.UTC(2026, 2, day, 9))
const all: CameOf = {
  receivedAt: on(1),
  shortlistToldAt: on(5),
  interviewAt: on(12),
  decisionToldAt: on(20),
  letterTitle: 'A Council is offered an award',
  feedbackAt: on(22),
  awardState: 'accepted',
  awardOfferedAt: on(20),
  awardAnsweredAt: on(25),
}
const lead = { reference: 'R-1', access: 'write' } as const

describe('what came of an application', () => {
  it('stands in the order of time, with where to see it', () => {
    const steps = listSteps(all, { ...lead, shortlisted: true })
    assert.deepEqual(
      steps.map(({ title, link }) => [title, link?.href]),
      [
        ['Received', '/applications/R-1/receipt'],
        ['On the shortlist', '/applications/R-1/outcome#shortlist'],
        ['Interview', '/applications/R-1/interview'],
        ['A Council is offered an award', '/applications/R-1/outcome#decision'],
        ['Feedback', '/applications/R-1/feedback'],
        ['The award is accepted', '/applications/R-1/award'],
      ],
    )
    assert.deepEqual(
      steps.map(({ datetime }) => datetime).toSorted(),
      steps.map(({ datetime }) => datetime),
    )
  })

  it('is nothing while nothing is told', () => {
    assert.deepEqual(listSteps(nothing, lead), [])
    assert.deepEqual(
      listSteps({ ...nothing, receivedAt: on(1) }, lead).map(({ title }) => title),
      ['Received'],
    )
  })

  it('leads to the award for those who act for its lead alone', () => {
    for (const access of ['read', 'contribute'] as const) {
      const hrefs = listSteps(all, { ...lead, access }).map(({ link }) => link?.href)
      assert.ok(!hrefs.includes('/applications/R-1/award'))
      assert.equal(hrefs.length, 6)
    }
  })

  it('says how an award stands', () => {
    const offered = listSteps({ ...all, feedbackAt: null, awardState: 'offered', awardAnsweredAt: null }, lead).at(-1)
    assert.equal(offered?.title, 'The award waits for the council’s signatures')
    assert.equal(offered?.datetime, on(20).toISOString())
    const steps = listSteps({ ...all, awardState: 'withdrawn' }, lead)
    assert.equal(steps.at(-1)?.title, 'The award is withdrawn')
  })

  it('is not told of a decision by which no letter came', () => {
    const steps = listSteps({ ...nothing, decisionToldAt: on(20) }, lead)
    assert.deepEqual(steps, [])
  })
})
