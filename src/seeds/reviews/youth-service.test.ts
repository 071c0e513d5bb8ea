import assert from 'node:assert/strict'
import { it } from 'node:test'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { validatePage } from '../../core/forms/index.ts'
import { appraisalOf, sheets } from '../../core/reviews/index.ts'
import { entriesOf, formOf } from '../../core/sheets/index.ts'
import { personByEmail } from '../../features/accounts/index.ts'
import { reviewsOf } from '../../features/reviews/index.ts'
import { readRecord } from '../../features/reviews/sheets/read-record.ts'
import { readWhole } from '../../features/reviews/weighing/read-whole.ts'
import { seedPeopleByRole } from '../people.ts'
import { seed } from '../seed.ts'
import { seedYouthRuns } from './youth-runs.ts'

it('gives a newcomer a made-up review, every page of which passes its own checks', async (t) => {
  const life = lastFirst(t)
  const open = await freshDatabase(life)
  const { services, signedIn } = await testServer(life, open)
  await seed(services)
  const lead = await personByEmail(open.db, seedPeopleByRole.lead.email)
  const [review] = await reviewsOf(open.db, lead?.id ?? '')
  assert.ok(review?.illustrative)
  const record = await readRecord(open.db, review)
  for (const sheet of sheets) {
    for (const { id, content } of entriesOf(record, sheet.id))
      assert.deepEqual(validatePage(formOf(sheet, record, id), content, sheet.id, 'submit'), [], `${sheet.id} ${id}`)
  }
  const appraisal = appraisalOf(record)
  assert.equal(appraisal?.options.length, 7)
  const page = await (await signedIn(lead?.id ?? '')).get(`/reviews/${review.reference}/appraisal`)
  assert.match(page.body, /Staff mutual/)
  for (const _ of [1, 2]) await seedYouthRuns(services)
  const { runs } = await readWhole(open.db, review)
  for (const run of [runs?.costs, runs?.ranks]) assert.deepEqual([run?.number, run?.current], [1, true])
})
