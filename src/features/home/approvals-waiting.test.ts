import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { sql } from 'kysely'
import { exampleFund, fundPath, people, roundPath, typedTimetable } from '../../../tests/support/example-fund.ts'
import { lastFirst } from '../../../tests/support/last-first.ts'
import type { TestBrowser } from '../../../tests/support/server.ts'

const life = lastFirst({ after })
const now = new Date('2026-11-25T12:00:00Z')

/** What stands on the list of work about approvals, without markup. */
async function askedOf(browser: TestBrowser): Promise<string> {
  const { body } = await browser.get('/home')
  const main = body.slice(body.indexOf('<main'), body.indexOf('</main>'))
  const words = main.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
  return /Approve for a funder of .*?Waits for your approval/.exec(words)?.[0] ?? ''
}

it('says what a funder is asked to approve until it has, again after a change, and to nobody else', async () => {
  const server = await exampleFund(life, () => now)
  const team = await server.signedIn(people.team)
  const lga = await server.signedIn(people.lgaFunder)
  const answered = async (subject: string, address: string, more: Readonly<Record<string, string>>) => {
    const { body } = await lga.get(`${fundPath}/approvals`)
    const forms = [...body.matchAll(/<form action="[^"]*\/approvals"[\s\S]*?<\/form>/g)].map(([form]) => form)
    const form = forms.find((each) => each.includes(`name="subject" value="${subject}"`)) ?? ''
    const hidden = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(form)?.[1] ?? ''
    const fields = Object.fromEntries(['organisation', 'subject', 'round', 'shown'].map((name) => [name, hidden(name)]))
    assert.equal((await lga.post(`${fundPath}/${address}`, { ...fields, ...more })).status, 303)
  }
  const approve = async (subject: string) => await answered(subject, 'approvals', {})
  const refuse = async (subject: string) =>
    await answered(subject, 'approvals/refuse', { reason: 'The quote says more than our board has agreed to say' })
  await sql`update round set deadline_at = null`.execute(server.services.db)
  assert.equal(await askedOf(lga), '', 'nothing is asked while there are no rules to read')

  await team.post(`${roundPath}/timetable`, typedTimetable)
  assert.match(await askedOf(lga), /the quote and the rules of /)
  assert.equal(await askedOf(team), '')
  await approve('rules')
  assert.match(await askedOf(lga), /the quote Waits/)
  await approve('quote')
  assert.equal(await askedOf(lga), '')
  await team.post(`${fundPath}/funders/LGA`, { quote: 'The greatest chance.', 'quote-speaker': 'The chair' })
  assert.match(await askedOf(lga), /the quote Waits/)
  await refuse('quote')
  assert.equal(await askedOf(lga), '', 'what is refused waits for the team')
})
