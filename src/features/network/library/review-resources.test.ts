import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import {
  managedNetworkAddress,
  type NetworkAtWork,
  networkAddress,
  networkAtWork,
} from '../../../../tests/support/network-at-work.ts'

const life = lastFirst({ after })
const library = `${networkAddress}/library`
const publicPage = `${networkAddress}/resources`
const typed = {
  kind: 'case-study',
  title: 'A trust for <b>parks</b>',
  summary: 'What it took.',
  text: 'It took [two years](javascript:alert(1)). <script>x</script>',
  author: 'Holly Holder',
  licence: 'ogl-3',
  sourceUrl: 'https://council.example/parks',
}

describe('resources of a network', () => {
  let world: NetworkAtWork
  let own = ''
  let id = ''
  before(async () => {
    world = await networkAtWork(life)
    own = (await world.holder.browser.post(`${library}/new`, typed)).location ?? ''
    id = own.split('/').at(-1) ?? ''
  })
  const review = async (step: string, note = '') =>
    await world.team.browser.post(`${managedNetworkAddress}/resources/${id}`, { step, note })
  const visitor = async () => await world.visitor().get(`${publicPage}/${id}`)

  it('are seen by nobody but who sent and who reviews them before they are reviewed', async () => {
    assert.equal((await world.holder.browser.get(own)).status, 200)
    assert.equal((await world.team.browser.get(own)).status, 200)
    assert.equal((await world.peer.browser.get(own)).status, 404)
    assert.doesNotMatch((await world.peer.browser.get(library)).body, /A trust for/)
    assert.equal((await visitor()).status, 404)
    assert.match((await world.team.browser.get(managedNetworkAddress)).body, /Review: A trust for/)
  })

  it('are not published by who sent them, nor for everybody in one step', async () => {
    const mine = (await world.team.browser.post(`${library}/new`, typed)).location?.split('/').at(-1)
    const self = await world.team.browser.post(`${managedNetworkAddress}/resources/${mine}`, { step: 'members' })
    assert.match(self.body, /You sent this yourself/)
    await assert.rejects(
      sql`update network_resource set state = 'members', reviewed_at = now(), reviewed_by = sent_by where id = ${mine}::uuid`.execute(
        world.services.db,
      ),
      /network_resource_is_reviewed_by_another/,
    )
    assert.equal((await review('public')).status, 400)
    assert.equal((await review('returned')).status, 400)
    assert.equal((await visitor()).status, 404)
  })

  it('are read by members once reviewed, and by everybody after a second step, with markup as text', async () => {
    assert.equal((await review('members')).status, 303)
    const { body } = await world.peer.browser.get(own)
    assert.match(body, /Open Government Licence v3\.0/)
    assert.match(body, /&lt;script&gt;x/)
    assert.doesNotMatch(body, /javascript:|<b>parks/)
    assert.equal((await visitor()).status, 404)
    assert.equal((await world.visitor().get(publicPage)).status, 404)
    assert.equal((await review('public')).status, 303)
    assert.match((await visitor()).body, /What it took/)
    assert.match((await world.visitor().get(publicPage)).body, /A trust for/)
  })

  it('are taken back from the public', async () => {
    assert.equal((await review('members')).status, 303)
    assert.equal((await visitor()).status, 404)
    assert.equal((await review('returned', 'The figures are wrong')).status, 303)
    assert.equal((await world.peer.browser.get(own)).status, 404)
    const { body } = await world.holder.browser.get(own)
    assert.match(body, /The figures are wrong/)
    const again = /href="([^"]+\/library\/new\?from=[^"]+)"/.exec(body)?.[1] ?? ''
    assert.match((await world.holder.browser.get(again)).body, /value="A trust for/, 'it is written again from there')
    assert.equal((await world.team.browser.get(again)).status, 404, 'by whoever sent it')
    assert.doesNotMatch((await world.team.browser.get(own)).body, /send it again/)
  })

  it('keep what was typed when something is missing', async () => {
    const { status, body } = await world.holder.browser.post(`${library}/new`, {
      ...typed,
      licence: '',
      sourceUrl: 'ftp://x',
    })
    assert.equal(status, 400)
    assert.match(body, /Select a licence/)
    assert.match(body, /begins with https/)
    assert.match(body, /value="Holly Holder"/)
  })
})
