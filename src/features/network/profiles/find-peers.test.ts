import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type NetworkAtWork, networkAddress, networkAtWork } from '../../../../tests/support/network-at-work.ts'

const life = lastFirst({ after })
const councils = `${networkAddress}/councils`

describe('the profiles of councils', () => {
  let world: NetworkAtWork
  before(async () => {
    world = await networkAtWork(life)
  })
  const editOf = (index: number): string => `${councils}/${world.awards[index]?.organisationId}/edit`
  const typed = { service: 'Libraries', serviceAreas: 'culture-and-libraries', models: 'in-house-improved', about: '' }

  it('are written by the people of each and matched with their peers in words', async () => {
    const { holder, peer, awards } = world
    assert.equal((await holder.browser.post(editOf(0), { ...typed, stage: 'options', contact: holder.id })).status, 303)
    assert.equal((await peer.browser.post(editOf(1), { ...typed, stage: 'running' })).status, 303)
    const { body } = await holder.browser.get(councils)
    assert.match(
      body,
      new RegExp(
        `${awards[1]?.organisation}</a> reviews culture and libraries as you do, considers in-house, do minimum too and has come further than you\\.`,
      ),
    )
    const shown = await peer.browser.get(`${councils}/${awards[0]?.organisationId}`)
    assert.match(shown.body, /mailto:holly\.holder@council\.example/)
    assert.doesNotMatch(shown.body, /Change your profile/)
  })

  it('are changed by nobody else', async () => {
    for (const { browser } of [world.peer, world.team, world.stranger])
      assert.equal((await browser.post(editOf(0), { ...typed, stage: 'options' })).status, 404)
  })

  it('name as a contact only somebody of the council, and keep what was typed', async () => {
    const { status, body } = await world.holder.browser.post(editOf(0), {
      ...typed,
      service: 'Parks & <b>',
      stage: 'options',
      contact: world.peer.id,
    })
    assert.equal(status, 400)
    assert.match(body, /Select whom to talk to from the list/)
    assert.match(body, /value="Parks &amp; &lt;b&gt;"/)
  })
})
