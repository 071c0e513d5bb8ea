import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { type AcceptedAward, acceptedAward } from '../../../../tests/support/accepted-award.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'

let server: TestServer
let held: AcceptedAward
let ann: TestBrowser
let adam: TestBrowser
let review = ''
const life = lastFirst({ after })
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  held = await acceptedAward(server, 1)
  ann = held.ann
  adam = await server.signedIn(held.round.people.adam)
})

const risks = () => `${held.home}/benefits/risks`
const boxes = (body: string): string[] =>
  [...body.matchAll(/name="risks" type="checkbox" value="([^"]+)"/g)].map(([, id = '']) => id)

async function addRisk(title: string, probability: string): Promise<void> {
  const { body } = await ann.get(`${review}/sheets/risks/add`)
  const [, option = ''] = /<option value="([\w-]{36})">/.exec(body) ?? []
  const fields = { seen: '0', title, option, probability, cost: '5000', year: 'year-0', owner: 'Head of service' }
  const added = await ann.post(`${review}/sheets/risks/add`, { ...fields, response: 'A second bidder.' })
  assert.equal(added.status, 303, added.body)
}

describe('risks of delivery that begin with those of the review', () => {
  it('are offered where the award pays for a review that this person writes, and nowhere else', async () => {
    assert.equal((await ann.get(risks())).status, 404)
    assert.doesNotMatch((await ann.get(`${held.home}/benefits`)).body, /Begin the risks of delivery/)
    const asked = { council: 'T-ALDER', title: 'Youth service', depth: 'quick', award: held.reference }
    const started = await ann.post('/reviews/new', asked)
    assert.equal(started.status, 303, started.body)
    review = String(started.location)
    assert.match((await ann.get(`${held.home}/benefits`)).body, /Begin the risks of delivery/)
    assert.match((await ann.get(risks())).body, /The review names no risk/)
    assert.equal((await adam.get(risks())).status, 404)
  })

  it('are chosen, and come with what the review says of them', async () => {
    await addRisk('No bidder <comes>', '70')
    await addRisk('Staff leave', '10')
    const { body } = await ann.get(risks())
    assert.match(body, /Likelihood 70%, which is high here; £5,000 if it happens/)
    const [first = '', second = ''] = boxes(body)
    const none = await ann.post(risks(), {})
    assert.equal(none.status, 400)
    assert.match(none.body, /Select at least one risk/)
    assert.equal((await ann.post(risks(), { risks: [first] })).status, 303)
    const list = (await ann.get(`${held.home}/sheets/delivery-risks`)).body
    assert.match(list, /No bidder &lt;comes&gt;/)
    assert.match(list, /High/)
    assert.match(list, /Head of service/)
    assert.doesNotMatch(list, /Staff leave/)
    assert.equal((await ann.post(risks(), { risks: [first] })).status, 400, 'it is there already')
    assert.match((await ann.get(risks())).body, /It is in the register already/)
    assert.equal((await ann.post(risks(), { risks: [first, second] })).status, 303)
    const both = (await ann.get(`${held.home}/sheets/delivery-risks`)).body
    assert.equal([...both.matchAll(/>No bidder &lt;comes&gt;<\/a>/g)].length, 1)
    assert.match(both, /Staff leave/)
  })
})
