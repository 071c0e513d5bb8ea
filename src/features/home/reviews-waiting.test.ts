import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { testServer } from '../../../tests/support/server.ts'
import { startedReview } from '../../../tests/support/started-review.ts'
import { freshDatabase } from '../../../tests/support/template.ts'

const life = lastFirst({ after })

it('asks those who write a review for planned conversations whose day has passed, and nobody else', async () => {
  const server = await testServer(life, await freshDatabase(life))
  const { ann, review, join, round } = await startedReview(server)
  const reader = await join('ben', ['reader'])
  const work = async (browser: typeof ann): Promise<string> => (await browser.get('/home')).body
  const plan = async (title: string) => {
    const at = new Date(server.services.clock().getTime() + 2 * 86_400_000)
    const day = {
      'on-day': `${at.getUTCDate()}`,
      'on-month': `${at.getUTCMonth() + 1}`,
      'on-year': `${at.getUTCFullYear()}`,
    }
    const talk = { seen: '0', title, group: 'staff', state: 'planned', asks: 'What they need', ...day }
    assert.equal((await ann.post(`${review}/sheets/engagement/add`, talk)).status, 303)
  }
  await plan('Evening for <users>')
  await plan('Team meeting')
  assert.doesNotMatch(await work(ann), /was planned for/, 'its day is still to come')

  // As it is once a week has gone by: the day lies behind.
  await sql`insert into strategic_review_entry (review_id, sheet, entry, version, place, content, changed_at, changed_by)
    select review_id, sheet, entry, 2, place, content || '{"on": "2020-01-31"}', changed_at, changed_by
    from strategic_review_entry where sheet = 'engagement' and content ->> 'title' like 'Evening%'`.execute(
    server.services.db,
  )
  const asked = await work(ann)
  assert.match(asked, /Engagement: Youth service/)
  assert.match(asked, /“Evening for &lt;users&gt;” was planned for 31 January 2020\. Say whether it took place/)
  assert.doesNotMatch(asked, /Team meeting/)
  assert.doesNotMatch(await work(reader), /was planned for/)
  assert.doesNotMatch(await work(await server.signedIn(round.people.cai)), /was planned for/, 'somebody of no review')
})
