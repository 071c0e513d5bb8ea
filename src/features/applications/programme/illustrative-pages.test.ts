import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { sql } from 'kysely'
import { hiddenIn } from '../../../../tests/support/apply-by-form.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { roundAtWork } from '../../../../tests/support/round-at-work.ts'
import type { TestBrowser } from '../../../../tests/support/server.ts'

const life = lastFirst({ after })
const { all, as } = roundAtWork(life)

const round = '/funds/test-fund/first'
const complete = {
  drivers: { drivers: 'Less money' },
  contact: { name: 'Ann', email: 'ann@example.gov.uk' },
  joint: { joint: 'no' },
}

/** Every page about an application, from starting it to withdrawing it, as its people and those of the fund see them. */
async function everyPage(): Promise<ReadonlyMap<string, string>> {
  const [ann, adam, ben, pam] = [await as('ann'), await as('adam'), await as('ben'), await as('pam')]
  const bodies = new Map<string, string>()
  const look = async (browser: TestBrowser, url: string) => {
    const { body, status } = await browser.get(url)
    assert.equal(status, 200, url)
    bodies.set(url.replace(/TF-\w+-\w+-\w/, 'REF'), body)
    return body
  }
  await look(ann, `${round}/apply`)
  for (const form of ['blank', 'blank.txt']) await look(ann, `${round}/form/${form}`)
  const application = (await ann.post(`${round}/apply`, { lead: 'T-ALDER', another: 'T-ALDER' })).location ?? ''
  await look(ann, application)
  await ann.post(`${application}/partners`, { organisation: 'T-BIRCH' })
  await look(ann, `${application}/partners`)
  await look(ben, `${application}/partner`)
  for (const [page, fields] of Object.entries(complete)) {
    const url = `${application}/pages/${page}`
    const body = await look(ann, url)
    const kept = { form: hiddenIn(body, 'form'), version: hiddenIn(body, 'version'), action: 'continue' }
    await adam.post(url, { ...kept, ...fields })
    if (page === 'drivers') bodies.set('clash', (await ann.post(url, { ...kept, drivers: 'Else' })).body)
    if (page === 'contact') {
      const again = { form: kept.form, version: '1-1', email: 'wrong', name: 'Ann' }
      bodies.set('again', (await ann.post(url, again)).body)
      await ann.post(url, { form: kept.form, version: '1-2', ...fields })
    }
  }
  bodies.set('refused', (await ann.post(`${application}/check`)).body)
  const check = await look(ann, `${application}/check`)
  const shown = { content: hiddenIn(check, 'content'), parts: hiddenIn(check, 'parts'), declaration: 'yes' }
  assert.equal((await ann.post(`${application}/check`, shown)).status, 303)
  for (const page of ['receipt', 'submission', 'submission.json', 'withdraw']) await look(ann, `${application}/${page}`)
  const list = `/manage${round}/applications`
  for (const page of ['', '.csv', `/${application.split('/').at(-1)}`]) await look(pam, `${list}${page}`)
  const { rows } = await sql<{ subject: string; body: string; kind: string }>`
    select kind, subject, body from message where body like ${`%${application}%`}`.execute(all().server.services.db)
  for (const { kind, subject, body } of rows) bodies.set(`email: ${kind}`, `${subject}\n${body}`)
  await ann.post(`${application}/withdraw`)
  return bodies
}

const markIn = (body: string): boolean =>
  /Illustrative<\/strong>|\[Illustrative\]|Illustrative: made up|"illustrative":true/.test(body)

describe('what is made up', () => {
  it('is labelled so on every page, file and email, and what is real on none', async () => {
    const real = await everyPage()
    assert.deepEqual(
      [...real].filter(([, body]) => markIn(body)).map(([page]) => page),
      [],
    )
    const { db } = all().server.services
    await sql`update fund set illustrative = true`.execute(db)
    await sql`update round set illustrative = true`.execute(db)
    const labelled = await everyPage()
    assert.deepEqual([...labelled.keys()], [...real.keys()])
    assert.ok(labelled.size >= 22, String(labelled.size))
    assert.deepEqual(
      [...labelled].filter(([, body]) => !markIn(body)).map(([page]) => page),
      [],
    )
  })
})
