import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { lastFirst } from '../../../tests/support/last-first.ts'
import {
  managedNetworkAddress,
  type NetworkAtWork,
  networkAddress,
  networkAtWork,
  type Somebody,
} from '../../../tests/support/network-at-work.ts'

const life = lastFirst({ after })
const questions = `${networkAddress}/questions`

describe('what waits in a network', () => {
  let world: NetworkAtWork
  before(async () => {
    world = await networkAtWork(life)
  })

  /** The words of the list of work, without markup: what is asked, and after it what goes on. */
  async function work({ browser }: Somebody): Promise<{ readonly asked: string; readonly all: string }> {
    const { body } = await browser.get('/home')
    const all = body
      .slice(body.indexOf('<main'), body.indexOf('</main>'))
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
    return { asked: all.split('Under way')[0] ?? '', all }
  }

  it('is nothing while nothing was asked, reported or sent', async () => {
    assert.doesNotMatch((await work(world.team)).all, /in the network of|of the network of/)
  })

  it('is counted for those who run it, and said to its other members', async () => {
    const { holder, peer, team, stranger } = world
    const { location: thread = '' } = await holder.browser.post(`${questions}/new`, {
      title: 'Which form?',
      topic: 'legal',
      text: 'We wonder',
    })
    assert.match(
      (await work(team)).asked,
      /Questions in the network of Example Fund \(illustrative\) 1 question without an answer/,
    )
    assert.match((await work(peer)).all, /Network of Example Fund \(illustrative\) 1 question without an answer/)
    assert.doesNotMatch((await work(peer)).all, /Questions in the network/)
    assert.match(
      (await work(holder)).all,
      /Network of Example Fund \(illustrative\) Questions, events and peers/,
      'their own',
    )
    assert.doesNotMatch((await work(stranger)).all, /Network of/)

    await holder.browser.post(`${thread}/replies`, { text: 'Anybody?' })
    assert.match((await work(team)).asked, /1 question without an answer/, 'who asked does not answer')
    await peer.browser.post(`${thread}/replies`, { text: 'A mutual' })
    assert.doesNotMatch((await work(team)).all, /without an answer/)

    const post = /posts\/([0-9a-f-]{36})\/report/.exec((await peer.browser.get(thread)).body)?.[1] ?? ''
    await peer.browser.post(`${networkAddress}/posts/${post}/report`, { text: 'It names somebody' })
    assert.match(
      (await work(team)).asked,
      /Moderation of the network of Example Fund \(illustrative\) 1 post is reported/,
    )

    const sent = {
      kind: 'resource',
      title: 'Our plan',
      summary: 'What',
      text: 'Words',
      author: 'Holly',
      licence: 'ogl-3',
    }
    await holder.browser.post(`${networkAddress}/library/new`, { ...sent, sourceUrl: '' })
    await team.browser.post(`${networkAddress}/library/new`, { ...sent, sourceUrl: '' })
    assert.match(
      (await work(team)).asked,
      /Resources of the network of Example Fund \(illustrative\) 1 waits for a review/,
    )
    assert.doesNotMatch((await work(holder)).asked, /network/)
  })

  it('leads from the public page of the fund to what the network has published, once it has', async () => {
    const fund = async () => (await world.visitor().get('/funds/example-fund')).body
    assert.doesNotMatch(await fund(), /What its network has learned/)
    const { body } = await world.holder.browser.get(`${networkAddress}/library`)
    const review = /library\/([0-9a-f-]{36})/.exec(body)?.[1] ?? ''
    for (const step of ['members', 'public'])
      await world.team.browser.post(`${managedNetworkAddress}/resources/${review}`, { step, note: '' })
    assert.match(await fund(), /href="\/network\/example-fund\/resources">What its network has learned/)
  })
})
