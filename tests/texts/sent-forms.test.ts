import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { keptIn, openTwins, type Sent, sendEmpty, sendShown } from './send-in-both.ts'

const twins = await openTwins({ after })
const { routes } = twins.english
const isOurs = (route: { readonly api?: unknown; readonly raw?: unknown }): boolean =>
  route.api === undefined && route.raw === undefined

const sent: Sent[] = []
const shown = new Set<string>()
for (const route of routes.filter((each) => each.method === 'POST' && isOurs(each)))
  sent.push(await sendEmpty(twins, route))
for (const ending of [false, true])
  for (const route of routes.filter((each) => each.method === 'GET' && isOurs(each)))
    sent.push(...(await sendShown(twins, route, shown, ending)))

const differing = (part: 'status' | 'location' | 'said' | 'counts'): readonly string[] =>
  sent
    .filter(({ english, other }) => String(english[part]) !== String(other[part]))
    .map(({ what, english, other }) => `${what}: ${english[part]} | ${other[part]}`)

describe('a form that was shown in another language', () => {
  it('is sent, wrongly and rightly, and read in that language', async () => {
    assert.ok(sent.length > 450, `${sent.length} forms`)
    const taken = sent.filter(({ english }) => english.status === 303)
    const refused = sent.filter(({ english }) => english.status === 400)
    assert.ok(taken.length > 120 && refused.length > 120, `${taken.length} taken, ${refused.length} refused`)
    assert.ok(sent.filter(({ other }) => other.isAccented).length > 350)
    assert.ok(sent.every(({ english }) => !english.isAccented))
  })
  it('is answered alike', () => {
    assert.deepEqual(differing('status'), [])
    assert.deepEqual(differing('location'), [])
  })
  it('is said the same of, in its language', () => assert.deepEqual(differing('said'), []))
  it('leaves the same events and messages', () => assert.deepEqual(differing('counts'), []))
  it('leaves as many rows in each table, and no word of its language in any', async () => {
    const [english, other] = [await keptIn(twins.english), await keptIn(twins.other)]
    assert.deepEqual(other.counts, english.counts)
    assert.deepEqual(english.accents, [])
    assert.deepEqual([...new Set(other.accents)], [])
  })
})
