import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type OpenRound, openRound } from '../../../../tests/support/open-round.ts'
import { type TestAnswer, type TestBrowser, type TestServer, testServer } from '../../../../tests/support/server.ts'
import { freshDatabase } from '../../../../tests/support/template.ts'
import { roundById } from '../../funds/index.ts'

const base = '/manage/funds/test-fund/first'
const life = lastFirst({ after })
let server: TestServer
let round: OpenRound
let pam: TestBrowser
before(async () => {
  server = await testServer(life, await freshDatabase(life))
  round = await openRound(server.services)
  pam = await server.signedIn(round.people.pam)
})

const yesNo = (id: string, label: string) => ({ type: 'yes-no', id, label, required: true })
const council = { id: 'council', clause: 'Rules 1', outcome: 'fail', text: 'Only councils can lead' }
const screener = (...rules: readonly object[]): string =>
  JSON.stringify({
    id: 's',
    title: 'Can you apply?',
    pages: [{ id: 'p', title: 'You', questions: [yesNo('council', 'Are you a council?'), yesNo('joint', 'Joint?')] }],
    rules,
  })
const good = screener({ ...council, when: { question: 'council', is: false } })

const versionAt = ({ location = '' }: TestAnswer): string => /versions\/([^/]+)/.exec(location)?.[1] ?? ''

async function made(name: string, definition: string, purpose = 'eligibility'): Promise<string> {
  const answer = await pam.post(`${base}/form/new`, { name, purpose, start: 'json', definition })
  assert.equal(answer.status, 303, answer.body)
  return versionAt(answer)
}

async function publish(version: string): Promise<TestAnswer> {
  const { body } = await pam.get(`${base}/form/versions/${version}`)
  const seen = /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? ''
  return await pam.post(`${base}/form/versions/${version}/publish`, { seen })
}

const stored = async () => (await roundById(server.services.db, round.round.id)) ?? assert.fail('gone')
const prepare = async (opensIn: string) => {
  await sql`update round set opens_at = now() + ${opensIn}::interval`.execute(server.services.db)
}
const plain = { countedBy: 'all', most: '1', partnerMinimum: '0', partnerSlots: '', ineligible: 'refuse', screener: '' }

describe('a screener', () => {
  it('shows every path with what comes of it, and is published when all lead somewhere', async () => {
    const version = await made('Good', good)
    const { body } = await pam.get(`${base}/form/versions/${version}/paths`)
    assert.match(body, /There are 2 ways through this screener: 1 passes, 0 pass with caveats and 1 fails/)
    assert.match(body, /Are you a council\? <strong>no<\/strong>/)
    assert.equal((await publish(version)).status, 303)
  })

  it('with a contradiction is not published, and the page names the path', async () => {
    const both = { ...council, id: 'b', when: { question: 'council', is: false }, outcome: 'caveat', text: 'Say why' }
    const version = await made('Torn', screener({ ...council, when: { question: 'council', is: false } }, both))
    const words =
      /Contradiction: “Rules 1: Say why” says that they can apply, but everybody it applies to cannot, such as whoever answers “Are you a council\?” no/
    assert.match((await pam.get(`${base}/form/versions/${version}/paths`)).body, words)
    const refused = await publish(version)
    assert.equal(refused.status, 400)
    assert.match(refused.body, words)
  })

  it('with several things wrong is told each of them, with the page of the rule or question that it is about', async () => {
    const never = { question: 'joint', is: true }
    const both = { ...council, id: 'b', when: { question: 'council', is: false }, outcome: 'caveat', text: 'Say why' }
    const hidden = { ...council, id: 'c', when: { all: [{ question: 'council', is: false }, never] }, text: 'Odd' }
    const wrong = JSON.parse(
      screener({ ...council, when: { question: 'council', is: false } }, both, hidden, {
        ...both,
        id: 'd',
        text: 'But',
      }),
    )
    wrong.pages[0].questions[1] = {
      ...yesNo('joint', 'Joint?'),
      required: false,
      showIf: { question: 'council', is: true },
    }
    const version = await made('Wrong', JSON.stringify(wrong))
    const { body } = await publish(version)
    const summary = /<ul class="govuk-list govuk-error-summary__list">([\s\S]*?)<\/ul>/.exec(body)?.[1] ?? ''
    const hrefs = [...summary.matchAll(/<li><a href="([^"]*)">/g)].map(([, href]) => href)
    const at = `${base}/form/versions/${version}`
    assert.deepEqual(hrefs.toSorted(), [
      `${at}/logic/rule/b`,
      `${at}/logic/rule/c`,
      `${at}/logic/rule/d`,
      `${at}/questions/joint`,
    ])
    for (const href of hrefs) assert.equal((await pam.get(href ?? '')).status, 200, href)
    assert.doesNotMatch(body, /id="changeNote-error"/, 'what is wrong is not in the note')
  })

  it('is chosen among the rules of the round, and never as its form', async () => {
    const version = await made('Chosen', good)
    await publish(version)
    assert.equal((await pam.post(`${base}/form`, { version })).status, 400)
    await prepare('1 day')
    assert.equal((await pam.post(`${base}/applying`, { ...plain, screener: version })).status, 303)
    assert.equal((await stored()).screenerVersionId, version)
    const draft = await made('Draft', good)
    assert.equal((await pam.post(`${base}/applying`, { ...plain, screener: draft })).status, 400)
  })
})

describe('the rules of a round', () => {
  it('are saved with an event, and fixed once the round has opened', async () => {
    await prepare('1 day')
    const typed = { ...plain, most: '2', partnerMinimum: '3', partnerSlots: '4', ineligible: 'accept-and-flag' }
    assert.equal((await pam.post(`${base}/applying`, typed)).status, 303)
    const saved = await stored()
    assert.equal(saved.leadSlots.categories[0]?.most, 2)
    assert.deepEqual([saved.partnerMinimum, saved.partnerSlots, saved.ineligible], [3, 4, 'accept-and-flag'])
    const { body } = await pam.get(`${base}/applying`)
    assert.match(body, /name="most" type="text"[^>]* value="2"/)
    const { rows } = await sql<{ changes: object }>`select facts->'changes' as changes from audit_event
      where action = 'round.rules-changed' order by at desc, id desc limit 1`.execute(server.services.db)
    assert.ok('partnerMinimum' in (rows[0]?.changes ?? {}))
    await prepare('-1 day')
    const late = await pam.post(`${base}/applying`, plain)
    assert.equal(late.status, 400)
    assert.match(late.body, /The round is public or has opened, so that everybody is held to the same rules/)
    assert.equal((await stored()).partnerMinimum, 3)
    const shown = await pam.get(`${base}/applying`)
    assert.match(shown.body, /can no longer be changed: everybody is held to the same/)
    assert.doesNotMatch(shown.body, /Save the rules|name="most"/)
    const read = shown.body.replaceAll(/<[^>]*>|\s+/g, ' ').replaceAll(/ +/g, ' ')
    assert.match(read, /Screener before the form None An application that fails a rule Can be submitted, and is marked/)
    assert.match(read, /one body can lead 2 Partners that an application needs At least 3 .* can be a partner 4 /)
  })

  it('say everything that is wrong with them at its field', async () => {
    await prepare('1 day')
    const { status, body } = await pam.post(`${base}/applying`, {
      ...plain,
      most: '',
      partnerSlots: '-1',
      ineligible: '',
    })
    assert.equal(status, 400)
    assert.match(body, /href="#most">How many applications one body may lead must be a whole number/)
    assert.match(body, /href="#partnerSlots">In how many applications one body may be a partner must be 1 or more/)
    assert.match(body, /href="#ineligible">Select what happens to an application that fails a rule/)
  })

  it('count by a question of the form only as long as the form asks it', async () => {
    const sized = (options: readonly string[]) =>
      JSON.stringify({
        id: 'f',
        title: 'F',
        pages: [
          {
            id: 'p',
            title: 'P',
            questions: [
              {
                type: 'radios',
                id: 'size',
                label: 'Size',
                required: true,
                options: options.map((value) => ({ value, label: value })),
              },
            ],
          },
        ],
      })
    await prepare('1 day')
    const [two, three] = [
      await made('Two sizes', sized(['large', 'small']), 'application'),
      await made('Three sizes', sized(['large', 'small', 'tiny']), 'application'),
    ]
    await publish(two)
    await publish(three)
    assert.equal((await pam.post(`${base}/form`, { version: two })).status, 303)
    const typed = { ...plain, countedBy: 'size', 'most-size-large': '1', 'most-size-small': '2' }
    assert.equal((await pam.post(`${base}/applying`, typed)).status, 303)
    assert.deepEqual((await stored()).leadSlots, {
      question: 'size',
      categories: [
        { value: 'large', name: 'large', most: 1 },
        { value: 'small', name: 'small', most: 2 },
      ],
    })
    const other = await pam.post(`${base}/form`, { version: three })
    assert.equal(other.status, 400)
    assert.match(other.body, /count applications by the answer to a question that this version does not ask/)
  })

  it('are for those who run the fund to change, and for its auditor to read', async () => {
    const oli = await server.signedIn(round.people.oli)
    assert.equal((await oli.get(`${base}/applying`)).status, 200)
    assert.equal((await oli.post(`${base}/applying`, plain)).status, 404)
  })
})
