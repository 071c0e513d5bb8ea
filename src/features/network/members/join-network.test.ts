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

describe('the members of a network', () => {
  let world: NetworkAtWork
  before(async () => {
    world = await networkAtWork(life, { conduct: false })
  })

  it('are the people of councils with accepted awards and the programme team, and nobody else', async () => {
    const { holder, peer, team, stranger } = world
    for (const { browser } of [holder, peer, team]) assert.equal((await browser.get(networkAddress)).status, 200)
    assert.equal((await stranger.browser.get(networkAddress)).status, 404)
    const { body } = await holder.browser.get(`${networkAddress}/members`)
    for (const name of ['Holly Holder', 'Percy Peer', 'Samira Khan']) assert.match(body, new RegExp(name))
    assert.doesNotMatch(body, /Stan Stranger/)
  })

  it('of the programme team are let in once they have passed the second step', async () => {
    const unproven = await world.signedIn(world.team.id, { secondStep: false })
    assert.equal((await unproven.get(networkAddress)).status, 404)
  })

  it('are others who are invited by email, until that ends', async () => {
    const { team, stranger } = world
    const invite = { email: stranger.email.toUpperCase(), note: 'Adviser at an association' }
    assert.equal((await team.browser.post(`${managedNetworkAddress}/guests`, invite)).status, 303)
    assert.equal((await stranger.browser.get(networkAddress)).status, 200)
    const { rows } = await sql<{ recipient: string; subject: string }>`
      select recipient, subject from message where kind = 'network.invited'`.execute(world.services.db)
    assert.deepEqual(rows, [
      {
        recipient: stranger.email,
        subject: '[Illustrative] You are invited to the network of Example Fund (illustrative)',
      },
    ])
    const again = await team.browser.post(`${managedNetworkAddress}/guests`, invite)
    assert.match(again.body, /They are invited already/)
    const end = /guests\/[0-9a-f-]+\/end/.exec((await team.browser.get(managedNetworkAddress)).body)?.[0]
    assert.equal((await team.browser.post(`${managedNetworkAddress}/${end}`)).status, 303)
    assert.equal((await stranger.browser.get(networkAddress)).status, 404)
  })

  it('keeps what was typed when an invitation will not do', async () => {
    const { status, body } = await world.team.browser.post(`${managedNetworkAddress}/guests`, {
      email: 'nobody',
      note: '',
    })
    assert.equal(status, 400)
    assert.match(body, /value="nobody"/)
    assert.match(body, /Enter who they are/)
  })

  it('accept the code of conduct once for each version', async () => {
    const { holder, team } = world
    const conduct = `${networkAddress}/conduct`
    assert.match((await holder.browser.get(networkAddress)).body, /read and accept the code of conduct/)
    assert.equal((await holder.browser.post(conduct, { number: '0' })).status, 400)
    assert.equal((await holder.browser.post(conduct, { number: '0', agreed: 'yes' })).status, 303)
    assert.doesNotMatch((await holder.browser.get(networkAddress)).body, /read and accept the code of conduct/)
    const text = 'Be kind. <script>alert(1)</script>'
    assert.equal((await team.browser.post(`${managedNetworkAddress}/conduct`, { text })).status, 303)
    const { body } = await holder.browser.get(conduct)
    assert.match(body, /Be kind\. &lt;script&gt;/)
    assert.equal((await holder.browser.post(conduct, { number: '0', agreed: 'yes' })).status, 400)
    assert.equal((await holder.browser.post(conduct, { number: '1', agreed: 'yes' })).status, 303)
  })

  it('leave when the award is withdrawn', async () => {
    const { peer, awards, services } = world
    assert.equal((await peer.browser.get(networkAddress)).status, 200)
    await sql`update award set state = 'withdrawn', ended_at = now(), ended_by = ${world.team.id}::uuid, reason = 'Over'
      where id = ${awards[1]?.id ?? ''}::uuid`.execute(services.db)
    assert.equal((await peer.browser.get(networkAddress)).status, 404)
  })
})
