import assert from 'node:assert/strict'
import { after, it } from 'node:test'
import { lastFirst } from '../../../tests/support/last-first.ts'
import { openRound } from '../../../tests/support/open-round.ts'
import { testServer } from '../../../tests/support/server.ts'
import { freshDatabase } from '../../../tests/support/template.ts'
import { workloadFields } from '../../../tests/support/workload-fields.ts'

const life = lastFirst({ after })
const manage = '/manage/funds/test-fund'

it('a copy of a round begins with what is published on its pages, as drafts that the public does not see', async () => {
  const server = await testServer(life, await freshDatabase(life))
  const { people } = await openRound(server.services)
  const pam = await server.signedIn(people.pam)
  const write = async (slug: string, body: string, what: 'save' | 'publish') => {
    const seen = /name="seen" value="([^"]*)"/.exec((await pam.get(`${manage}/first/pages/${slug}`)).body)?.[1] ?? ''
    const fields = { title: `Title of ${slug}`, summary: 'In short', body, changeKind: 'content', changeNote: '' }
    assert.equal((await pam.post(`${manage}/first/pages/${slug}`, { ...fields, do: what, seen })).status, 303)
  }
  await write('faqs', 'Asked & answered.', 'publish')
  await write('faqs', 'A draft of the old round.', 'save')
  await write('how-to-apply', 'Never published.', 'save')
  const values = {
    name: 'Second',
    slug: 'second',
    'contact-email': 'fund@example.gov.uk',
    'eligible-kinds': ['county'],
    ...workloadFields,
  }
  assert.equal((await pam.post(`${manage}/new-round`, { ...values, copy: 'first' })).status, 303)
  const faqs = (await pam.get(`${manage}/second/pages/faqs`)).body
  assert.match(faqs, /value="Title of faqs"/)
  assert.match(faqs, />In short<\/textarea>/)
  assert.match(faqs, />Asked &amp; answered\.<\/textarea>/)
  assert.doesNotMatch((await pam.get(`${manage}/second/pages/how-to-apply`)).body, /Never published/)
  assert.match((await pam.get(`${manage}/second/pages`)).body, /Draft/)
  assert.doesNotMatch((await pam.get('/funds/test-fund/second/faqs')).body, /Asked &amp; answered/)

  assert.equal((await pam.post(`${manage}/new-round`, { ...values, name: 'Third', slug: 'third' })).status, 303)
  assert.doesNotMatch((await pam.get(`${manage}/third/pages/faqs`)).body, /Asked/)
})
