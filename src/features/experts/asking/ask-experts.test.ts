import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { cast } from '../../../../tests/access/cast.ts'
import { type PanelAtWork, panelAtWork, says, someQuestion } from '../../../../tests/support/expert-panel.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import type { TestBrowser, TestServer } from '../../../../tests/support/server.ts'

const life = lastFirst({ after })
const question = someQuestion
let panel: PanelAtWork
let server: TestServer
let team: TestBrowser
let council: TestBrowser
let home = ''
let managed = ''

before(async () => {
  panel = await panelAtWork(life)
  ;({ server, team, council, home, managed } = panel)
})

describe('the expert panel of a fund', () => {
  let expert: TestBrowser
  let kept: TestBrowser

  it('is joined by those who are invited and accept the terms in force', async () => {
    says(await team.post(managed, { email: 'x@example.org' }), /Write the terms of the panel first/)
    says(await team.post(`${managed}/terms`, { fee: '', text: '' }), /Enter the fee for an hour/)
    assert.equal((await team.post(`${managed}/terms`, { fee: '80', text: 'Not legal advice.' })).status, 303)
    says(await team.post(managed, { email: 'nobody' }), /in the correct format/)
    expert = await panel.joined('stranger')
    says(await team.post(managed, { email: await panel.emailOf('stranger') }), /invited already, or on the panel/)
    says(await expert.get(home), /There are none now/)
    says(await expert.get('/home'), /Expert panel of[\s\S]*Nothing waits/)
    assert.equal((await (await server.signedIn(cast.outsider.id)).get(home)).status, 404)
  })

  it('is asked after a search, with everything that is missing said at once', async () => {
    says(await council.get(`${home}/ask?search=+`), /There is a problem[\s\S]*Enter what you are looking for/)
    says(await council.get(`${home}/ask?search=+`), /id="search-error"/)
    const none = await council.get(`${home}/ask?search=VAT`)
    says(none, /Nothing was found/)
    assert.ok(!none.body.includes('None of these answers') && !none.body.includes('If none of these answers'))
    const empty = await council.post(`${home}/ask`, { searched: 'VAT', title: 'Kept' })
    assert.equal(empty.status, 400)
    for (const words of [/Enter what you want to know/, /at least one service area/, /value="Kept"/]) says(empty, words)
    says(await council.post(`${home}/ask`, { ...question, searched: ' ' }), /Search first/)
    assert.equal((await expert.post(`${home}/ask`, question)).status, 404)
    assert.equal((await council.post(`${home}/ask`, question)).location, `${home}/requests/1`)
    const page = await council.get(`${home}/requests/1`)
    says(page, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/)
    assert.ok(!page.body.includes('<script>alert(1)'))
  })

  it('offers a question to the best match, or another with a reason, and never to one with a conflict', async () => {
    const authorities = { 'authorities-0-authority': 'X-EXBRIDGE', 'authorities-0-tie': 'employer' }
    kept = await panel.joined('outsider', authorities)
    const { body } = await team.get(`${managed}/requests/1`)
    says({ status: 200, body }, /Never: a conflict/)
    says({ status: 200, body }, /Employer, now or in the last three years/)
    says({ status: 200, body }, /Covers \d+% of the service areas/)
    assert.equal(body.includes('of the disciplines'), 'disciplines' in question, 'of what it does not say, nothing')
    const inConflict = await team.post(`${managed}/requests/1`, {
      expert: await panel.expertId('outsider'),
      reason: 'Knows it',
    })
    says(inConflict, /has a conflict with the council/)
    says(await team.post(`${managed}/requests/1`, {}), /Select an expert/)
    assert.equal((await kept.get(`${home}/requests/1`)).status, 404)
    assert.equal((await team.post(`${managed}/requests/1`, { expert: await panel.expertId('stranger') })).status, 303)
    says(
      await team.post(`${managed}/requests/1`, { expert: await panel.expertId('stranger') }),
      /with an expert already/,
    )
  })

  it('gives a question to the expert who takes it, and back with a reason', async () => {
    says(await expert.get('/home'), /1 thing waits for you/)
    says(await expert.get(home), /Take it, or say why not/)
    assert.ok(!(await council.get(home)).body.includes('Take it, or'))
    says(await expert.post(`${home}/requests/1/answer`, {}), /Select whether you take it/)
    says(await expert.post(`${home}/requests/1/answer`, { answer: 'declined' }), /Explain why/)
    assert.equal((await council.post(`${home}/requests/1/answer`, { answer: 'accepted' })).status, 404)
    assert.equal((await expert.post(`${home}/requests/1/answer`, { answer: 'accepted' })).status, 303)
    says(await expert.post(`${home}/requests/1/answer`, { answer: 'accepted' }), /answered this already/)
    says(await expert.get(home), />\s*Advise\s*</)
  })

  it('shows what is said, and its papers, to those alone for whom it is', async () => {
    const path = `${home}/requests/1/posts`
    says(await council.post(path, { words: ' ', readers: 'expert' }), /Write a message/)
    says(await council.post(path, {}), /There is a problem[\s\S]*Write a message[\s\S]*Select who reads it/)
    says(await council.post(path, { words: 'Hidden words' }), /Select who reads it/)
    assert.equal((await council.post(path, { words: 'Between us', readers: 'expert' })).status, 303)
    const paper = { field: 'files', name: 'costs.pdf', body: Buffer.from('%PDF-1.7\n%%EOF\n') }
    const liar = { field: 'files', name: 'costs.pdf', body: Buffer.from('MZ\u0090\u0000 not a PDF') }
    const unfit = await council.postFiles(path, { words: 'See these costs', readers: 'team' }, [liar])
    says(unfit, /costs\.pdf[\s\S]*<textarea[^>]*>See these costs</)
    assert.equal((await council.get(`${home}/requests/1`)).body.includes('See these costs'), false)
    assert.equal((await council.postFiles(path, { words: 'With a paper', readers: 'team' }, [paper])).status, 303)
    says(await expert.get(`${home}/requests/1`), /Between us[\s\S]*With a paper/)
    says(await expert.get(`${home}/requests/1`), /Read by the council, its expert and the programme team/)
    const seen = await team.get(`${home}/requests/1`)
    assert.ok(seen.body.includes('With a paper') && !seen.body.includes('Between us'))
    says(await team.post(path, { words: 'Who?', readers: 'expert' }), /Select who reads it/)
    assert.equal((await kept.get(`${home}/requests/1`)).status, 404)
    assert.equal(
      (await (await server.signedIn(cast.auditor.id)).post(path, { words: 'x', readers: 'team' })).status,
      404,
    )
  })

  it('keeps advice in versions, of which the council accepts one, and counts hours and fees', async () => {
    const path = `${home}/requests/1`
    says(await expert.post(`${path}/note`, { advice: '', hours: '0' }), /Enter what you advise/)
    says(
      await expert.post(`${path}/note`, { advice: 'It depends.', hours: '1.6' }),
      /in quarters of an hour, like 2\.25/,
    )
    assert.equal((await expert.post(`${path}/note`, { advice: 'It depends.', hours: '1.5' })).status, 303)
    says(await council.get(home), /Answer the advice/)
    says(await expert.post(`${path}/note`, { advice: 'Again', hours: '2' }), /has still to answer/)
    says(await council.post(`${path}/note-answer`, { 'note-answer': 'more' }), /Say what you still want to know/)
    assert.equal((await council.post(`${path}/note-answer`, { 'note-answer': 'more', more: 'On what?' })).status, 303)
    says(await expert.get(path), /<textarea[^>]*>It depends\.<\/textarea>[\s\S]*value="1\.5"/)
    assert.equal((await expert.post(`${path}/note`, { advice: 'On its status.', hours: '2.5' })).status, 303)
    assert.equal((await council.post(`${path}/note-answer`, { 'note-answer': 'accepted' })).status, 303)
    says(await council.post(`${path}/note-answer`, { 'note-answer': 'accepted' }), /answered this version already/)
    says(await council.get(path), /The council is asked on/)
    says(await council.post(`${path}/follow-up`, { done: ' ' }), /Say what you did/)
    assert.equal((await council.post(`${path}/follow-up`, { done: 'We registered.' })).status, 303)
    says(await team.get(path), /We registered\./)
    says(await team.get(`${managed}/use`), /2\.5[\s\S]*£200/)
    const csv = await team.get(`${managed}/use.csv`)
    assert.match(csv.body, /1,Can a mutual reclaim VAT\?,[^,]+,[^,]+,[^,]+,2\.5,80,200/)
  })

  it('asks experts to accept terms that have changed before they are offered anything', async () => {
    assert.equal((await team.post(`${managed}/terms`, { fee: '90', text: 'Other terms.' })).status, 303)
    const next = await council.post(`${home}/ask`, question)
    says(await team.get(next.location?.replace(home, managed) ?? ''), /Nobody on the panel is ready/)
    const old = await expert.post(`${home}/terms`, { shown: 'a'.repeat(64), agreed: 'yes' })
    says(old, /changed while you read them/)
    says(await expert.get(home), /The terms have changed/)
  })
})
