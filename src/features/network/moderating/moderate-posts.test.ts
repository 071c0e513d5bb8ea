import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import {
  managedNetworkAddress,
  type NetworkAtWork,
  networkAddress,
  networkAtWork,
  type Somebody,
} from '../../../../tests/support/network-at-work.ts'

const life = lastFirst({ after })
const questions = `${networkAddress}/questions`
const moderation = `${managedNetworkAddress}/moderation`

describe('posts of a network', () => {
  let world: NetworkAtWork
  let thread = ''
  let postId = ''
  before(async () => {
    world = await networkAtWork(life)
    const markup = 'See [this](javascript:alert(1)) and [that](https://example.org) <b onclick=x>bold</b>'
    const asked = { title: 'A <b>title</b>', topic: 'legal', text: markup }
    const { location = '' } = await world.holder.browser.post(`${questions}/new`, asked)
    thread = location
    postId = /id="post-([0-9a-f-]+)"/.exec((await world.holder.browser.get(thread)).body)?.[1] ?? ''
  })
  const shown = async (who: Somebody): Promise<string> => (await who.browser.get(thread)).body
  const mailsTo = async ({ email }: Somebody, kind: string): Promise<readonly string[]> => {
    const { rows } = await sql<{ body: string }>`
      select body from message where recipient = ${email} and kind = ${kind} order by id`.execute(world.services.db)
    return rows.map(({ body }) => body)
  }
  const waitingFor = async ({ browser }: Somebody): Promise<{ readonly asked: string; readonly all: string }> => {
    const { body } = await browser.get('/home')
    return { asked: body.split('Under way')[0] ?? '', all: body }
  }
  const measureIn = (body: string | undefined): string =>
    /\/network\/example-fund\/measures\/[0-9a-f-]+/.exec(body ?? '')?.[0] ?? ''

  it('show markup as text, and lead only to addresses that are allowed', async () => {
    const body = await shown(world.peer)
    assert.match(body, /A &lt;b&gt;title&lt;\/b&gt;/)
    assert.match(body, /&lt;b onclick=x&gt;bold/)
    assert.match(body, /href="https:\/\/example\.org"/)
    assert.doesNotMatch(body, /javascript:|<b onclick/)
  })

  it('are written by those alone who have accepted the code of conduct, and keep what was typed', async () => {
    const late = await world.somebody('Lara Late', world.awards[0]?.organisationId)
    const { status, body } = await late.browser.post(`${questions}/new`, {
      title: 'Mine',
      topic: 'legal',
      text: 'Words of mine',
    })
    assert.equal(status, 400)
    assert.match(body, /accept the code of conduct/)
    assert.match(body, /Words of mine/)
    assert.equal((await late.browser.post(`${thread}/replies`, { text: 'Hi' })).status, 400)
    assert.equal((await world.stranger.browser.post(`${thread}/replies`, { text: 'Hi' })).status, 404)
  })

  it('are changed by their author, with every version to be read', async () => {
    const edit = `${networkAddress}/posts/${postId}/edit`
    assert.equal((await world.peer.browser.post(edit, { text: 'Taken over' })).status, 404)
    assert.equal((await world.holder.browser.post(edit, { text: 'See that, and call' })).status, 303)
    assert.match(await shown(world.peer), /See that, and call/)
    const { body } = await world.peer.browser.get(`${networkAddress}/posts/${postId}`)
    assert.match(body, /<ins>/)
    assert.match(body, /bold/)
  })

  it('tell followers of answers, those who stopped not', async () => {
    await world.peer.browser.post(`${thread}/replies`, { text: 'Mine is **a mutual**' })
    assert.equal((await mailsTo(world.holder, 'network.answer')).length, 1)
    await world.holder.browser.post(`${thread}/follow`, { follows: 'no' })
    await world.peer.browser.post(`${thread}/replies`, { text: 'And more' })
    assert.equal((await mailsTo(world.holder, 'network.answer')).length, 1)
    const before = (await mailsTo(world.peer, 'network.question')).length
    await world.peer.browser.post(`${networkAddress}/topics`, { topics: ['money', 'staff'] })
    await world.holder.browser.post(`${questions}/new`, { title: 'Legal', topic: 'legal', text: 'What form?' })
    await world.holder.browser.post(`${questions}/new`, { title: 'Money', topic: 'money', text: 'What tax?' })
    assert.equal((await mailsTo(world.peer, 'network.question')).length, before + 1)
  })

  it('are reported, hidden with a reason that the author is told, and shown again', async () => {
    const report = `${networkAddress}/posts/${postId}/report`
    assert.equal((await world.peer.browser.post(report, { text: '' })).status, 400)
    assert.equal((await world.peer.browser.post(report, { text: 'It names a user of the service' })).status, 303)
    assert.match((await world.peer.browser.post(report, { text: 'Again' })).body, /reported it already/)
    assert.equal((await mailsTo(world.team, 'network.reported')).length, 1)
    assert.match((await world.team.browser.get(moderation)).body, /It names a user of the service/)
    const decide = `${moderation}/posts/${postId}`
    const { rows } = await sql<{
      id: string
    }>`select o.id from network_post o join network_post_version v on v.post_id = o.id
      where v.text = 'Mine is **a mutual**'`.execute(world.services.db)
    const written = /Mine is <strong>a mutual<\/strong>/
    for (const [who, address] of [
      [world.team, `${moderation}/posts/${rows[0]?.id}`],
      [world.holder, `${networkAddress}/posts/${rows[0]?.id}/report`],
    ] as const)
      assert.match((await who.browser.get(address)).body, written, 'it looks as it does among the others')
    assert.equal((await world.holder.browser.post(decide, { measure: 'hidden', text: 'x' })).status, 404)
    assert.equal((await world.team.browser.post(decide, { measure: 'hidden', text: '' })).status, 400)
    assert.equal((await world.team.browser.post(decide, { measure: 'hidden', text: 'Personal data' })).status, 303)
    assert.doesNotMatch((await world.team.browser.get(moderation)).body, /It names a user/)
    assert.doesNotMatch(await shown(world.peer), /See that, and call/)
    assert.match(await shown(world.peer), /The programme team has hidden this post/)
    assert.doesNotMatch((await world.peer.browser.get(`${networkAddress}/posts/${postId}`)).body, /See that|bold/)
    assert.match((await mailsTo(world.holder, 'network.moderated')).at(-1) ?? '', /Personal data/)
  })

  it('have an appeal, once, by the author alone, that somebody answers', async () => {
    const own = measureIn((await mailsTo(world.holder, 'network.moderated')).at(-1))
    assert.equal((await world.peer.browser.get(own)).status, 404)
    assert.match((await world.holder.browser.get(own)).body, /Personal data/)
    const post = await shown(world.holder)
    assert.match(post, /The other members no longer see this post/)
    assert.equal(measureIn(post), own, 'the post leads to it')
    assert.equal(measureIn(await shown(world.peer)), '', 'nobody else is led there')
    assert.doesNotMatch(await shown(world.peer), /A &lt;b&gt;title/, 'a title goes with its post')
    assert.equal(measureIn((await waitingFor(world.holder)).asked), own, 'and so does Your work')
    assert.equal(measureIn((await waitingFor(world.peer)).all), '')
    assert.equal((await world.holder.browser.post(`${own}/appeal`, { text: 'It is a made-up name' })).status, 303)
    const { asked, all } = await waitingFor(world.holder)
    assert.equal(measureIn(asked), '')
    assert.match(all, /The programme team looks at it again/)
    assert.equal((await world.holder.browser.post(`${own}/appeal`, { text: 'Again' })).status, 400)
    assert.match((await world.team.browser.get(moderation)).body, /It is a made-up name/)
    const id = own.split('/').at(-1)
    const silent = await world.team.browser.post(`${moderation}/appeals/${id}`, { text: ' ' })
    assert.equal(silent.status, 400)
    assert.match(silent.body, new RegExp(`href="#answer-${id}"`))
    assert.match(silent.body, new RegExp(`id="answer-${id}-error"`), 'beside the answer')
    assert.doesNotMatch(silent.body, /id="text-error"/, 'and not where something is done about a member')
    assert.equal((await world.team.browser.post(`${moderation}/appeals/${id}`, { text: 'You are right' })).status, 303)
    assert.match((await world.holder.browser.get(own)).body, /You are right/)
    assert.match((await waitingFor(world.holder)).all, /Your appeal is answered/)
    await world.team.browser.post(`${moderation}/posts/${postId}`, { measure: 'restored', text: 'After the appeal' })
    assert.match(await shown(world.peer), /See that, and call/)
    assert.match(await shown(world.peer), /A &lt;b&gt;title/)
    assert.equal(measureIn((await waitingFor(world.holder)).all), '', 'it is over')
  })

  it('cost somebody their membership, who still reads why and can appeal', async () => {
    const remove = { member: world.peer.id, measure: 'removed', text: 'Sold things' }
    assert.equal((await world.team.browser.post(`${moderation}/members`, remove)).status, 303)
    assert.equal((await world.peer.browser.get(networkAddress)).status, 404)
    const own = measureIn((await mailsTo(world.peer, 'network.moderated')).at(-1))
    assert.match((await world.peer.browser.get(own)).body, /Sold things/)
    assert.equal(measureIn((await waitingFor(world.peer)).asked), own)
    assert.equal((await world.peer.browser.post(`${own}/appeal`, { text: 'I did not' })).status, 303)
    assert.equal(
      (await world.team.browser.post(`${moderation}/members`, { ...remove, measure: 'readmitted' })).status,
      303,
    )
    assert.equal((await world.peer.browser.get(networkAddress)).status, 200)
    const team = { member: world.team.id, measure: 'removed', text: 'x' }
    assert.match((await world.team.browser.post(`${moderation}/members`, team)).body, /They are of the programme team/)
  })
})
