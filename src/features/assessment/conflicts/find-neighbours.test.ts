import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { addInterest, type RoundToAssess, roundToAssess } from '../../../../tests/support/round-to-assess.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { type RoundWithClock, roundWithClock } from '../../../../tests/support/whole-application.ts'
import { borderBetween } from '../../../core/authorities/borders.ts'
import { insertBorders } from '../../accounts/index.ts'
import { insertAssignments, liveAssignmentsOf } from '../assigning/assignments.store.ts'
import { settleRounds } from '../assigning/settle-assignments.ts'

const life = lastFirst({ after })
const at = new Date('2026-12-10T12:00:00Z')
const conflicts = '/manage/funds/test-fund/first/assessment/conflicts'
let all: RoundWithClock
let made: RoundToAssess
before(async () => {
  all = await roundWithClock(life, await freshDatabase(life), new Date('2026-11-25T12:00:00Z'))
  made = await roundToAssess(all.services, all.round, { applications: 3, assessors: 2 })
  const personId = made.assessors[0]?.id ?? ''
  await addInterest(all.services, all.round, { personId, kind: 'authority', organisationId: 'T-LEAD-0' })
  await all.services.db.transaction().execute(async (tx) => {
    const rows = made.applications.slice(1).map(({ id: applicationId }, index) => ({
      id: all.services.newId(),
      applicationId,
      personId,
      runId: null,
      why: 'assigned' as const,
      place: index + 1,
      assignedAt: at,
      assignedBy: null,
    }))
    await insertAssignments(tx, rows)
  })
})

const page = async (path: string) => (await (await all.server.signedIn(all.round.people.pam)).get(path)).body
const live = async () =>
  (await liveAssignmentsOf(all.services.db, all.round.round.id)).map(({ reference }) => reference)

describe('neighbours', () => {
  it('are said not to be looked for while the register has no borders', async () => {
    const body = await page(conflicts)
    assert.match(body, /The register has no borders\. Of neighbours, only the districts of one county were looked for/)
    assert.equal(body.includes('Neighbour<'), false)
  })

  it('are kept apart once a border is known, which is named, and what is read already is taken away', async () => {
    assert.deepEqual(await live(), ['DD-2026-T0001', 'DD-2026-T0002'])
    await all.services.db.transaction().execute(async (tx) => {
      const source = { source: 'A map of districts', asOfOn: '2026-04-01' }
      await insertBorders(tx, [borderBetween('T-LEAD-2', 'T-LEAD-0')], source)
      await settleRounds(tx, { at, actorId: null })
    })
    assert.deepEqual(await live(), ['DD-2026-T0001'])
    const body = await page(conflicts)
    assert.match(body, /Neighbours are found from 1 border from A map of districts, as of 1 April 2026/)
    assert.match(body, /DD-2026-T0002[\s\S]*Neighbour<[\s\S]*Does not read it unless released/)
    const pair = await page(`${conflicts}/DD-2026-T0002/${made.assessors[0]?.id}`)
    assert.match(pair, /Council T-LEAD-0, Council T-LEAD-2\. Border from A map of districts, as of 1 April 2026/)
  })
})
