import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { readData } from './read-data.ts'
import { doJobs, hasAccents, mailsOf, sameInEach, withoutAccents } from './read-mails.ts'
import { inAccents } from './reading-halves.ts'
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

for (const world of [twins.english, twins.other]) await doJobs(world)
const [english, other] = [await mailsOf(twins.english), await mailsOf(twins.other)]
const translated = other.filter((mail) => mail.language !== null)

/** What is asked for by whoever gets it goes out in the language of the page on which they asked. */
const askedFor = ['sign-in', 'subscription']

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

describe('what is written to somebody because of a form', () => {
  it('says the same to each reader, in whatever language', () => {
    assert.deepEqual(other.map(sameInEach).sort(), english.map(sameInEach).sort())
  })
  it('is in the language of whoever reads it, not of whoever acts', () => {
    const known = other.filter(({ kind, wanted }) => wanted !== null || askedFor.includes(kind))
    assert.ok(known.length > 60, `${known.length}`)
    assert.deepEqual(
      known.filter(
        ({ kind, language, wanted }) => (language === inAccents.tag) !== (wanted || askedFor.includes(kind)),
      ),
      [],
    )
    assert.deepEqual(
      other.filter((mail) => hasAccents(mail) !== (mail.language !== null)).map(({ kind, text }) => [kind, text]),
      [],
    )
    const kinds = new Set(translated.map(({ kind }) => kind))
    assert.ok(kinds.size > 15, `${kinds.size} kinds: ${[...kinds].join(' ')}`)
    assert.ok(other.length - translated.length > 30)
  })
  it('has no text in it that is neither in the catalogue nor data', async () => {
    const isData = await readData(twins.english.services.db, { without: ['message'] })
    const outside = translated.flatMap((mail) =>
      withoutAccents(mail)
        .filter((words) => !isData(words))
        .map((words) => `${mail.kind}: ${words}`),
    )
    assert.deepEqual([...new Set(outside)], [])
  })
})
