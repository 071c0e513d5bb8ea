import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { SMTPServer } from 'smtp-server'
import { startImapServer, type TestImapServer } from '../../../../tests/support/imap-server.ts'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import { type NetworkAtWork, networkAddress, networkAtWork } from '../../../../tests/support/network-at-work.ts'
import { makeLog } from '../../../platform/log/log.ts'
import type { Services } from '../../../platform/services.ts'
import { mailboxState } from './mailbox.store.ts'
import { takeMailbox } from './take-mailbox.ts'

const life = lastFirst({ after })
const password = 'p@ss "word" \\ of a mailbox'
const user = 'replies@example.org'

describe('a mailbox from which mail comes in', () => {
  let imap: TestImapServer
  let world: NetworkAtWork
  let address = ''
  let thread = ''
  before(async () => {
    imap = await startImapServer(life, { user, password })
    const signIn = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`
    world = await networkAtWork(life, {
      environment: {
        INBOUND_MAIL_DOMAIN: 'reply.example.org',
        INBOUND_IMAP_URL: `imap://${signIn}@127.0.0.1:${imap.port}`,
        INBOUND_IMAP_TAKEN_FOLDER: 'Taken',
      },
    })
    const asked = { title: 'How did you value buildings?', topic: 'money', text: 'We have two.' }
    const { location = '' } = await world.holder.browser.post(`${networkAddress}/questions/new`, asked)
    thread = location
    const { rows } = await sql<{ headers: Record<string, string> }>`
      select headers from message where recipient = ${world.peer.email} and kind = 'network.question'`.execute(
      world.services.db,
    )
    address = rows[0]?.headers['Reply-To'] ?? ''
  })

  const written = async (text: string): Promise<Buffer> => {
    const mail = { from: world.peer.email, to: address, subject: 'Re: How', text }
    return (await createTransport({ streamTransport: true, buffer: true }).sendMail(mail)).message as Buffer
  }
  const lines: string[] = []
  const log = makeLog('info', { write: (line) => void lines.push(line) })
  /** The services with another mailbox, and a log that is looked at. */
  const servicesOf = (
    mailbox: Partial<NonNullable<NonNullable<Services['config']['inbound']>['mailbox']>> = {},
  ): Services => {
    const { services } = world
    const { inbound } = services.config
    if (inbound?.mailbox === undefined) assert.fail('no mailbox is set up')
    const changed = { ...inbound, mailbox: { ...inbound.mailbox, ...mailbox } }
    return { ...services, log, config: { ...services.config, inbound: changed } }
  }
  const take = async (mailbox?: Parameters<typeof servicesOf>[0]) => await takeMailbox(servicesOf(mailbox))
  const posts = async (): Promise<readonly string[]> => {
    const { rows } = await sql<{ text: string }>`
      select v.text from network_post p join network_post_version v on v.post_id = p.id
      where p.via = 'mail' order by v.text`.execute(world.services.db)
    return rows.map(({ text }) => text)
  }
  const inbox = () => imap.folders.get('INBOX') ?? []
  const taken = () => imap.folders.get('Taken') ?? []

  it('is read: each mail becomes an answer once, and is moved', async () => {
    imap.deliver(await written('At £900 a year, as Llŷn does.'))
    imap.deliver(await written('Ask your valuer.'))
    assert.deepEqual(await take(), ['taken', 'taken'])
    assert.deepEqual(await posts(), ['Ask your valuer.', 'At £900 a year, as Llŷn does.'])
    assert.match((await world.holder.browser.get(thread)).body, /At £900 a year, as Llŷn does\./)
    assert.deepEqual([inbox().length, taken().map(({ flags }) => [...flags])], [0, [['\\Seen'], ['\\Seen']]])
    assert.deepEqual(await take(), [])
  })

  it('is marked as read where nothing is moved, and what was read before is left alone', async () => {
    imap.deliver(await written('Third.'))
    inbox()[0]?.flags.add('\\Seen')
    imap.deliver(await written('Fourth.'))
    assert.deepEqual(await take({ takenFolder: undefined }), ['taken'])
    assert.deepEqual(
      inbox().map(({ flags }) => [...flags]),
      [['\\Seen'], ['\\Seen']],
    )
    assert.deepEqual((await posts()).length, 3)
  })

  it('gives a mail a second time when the connection broke before it was marked, and it is not posted again', async () => {
    const before = (await posts()).length
    imap.deliver(await written('Once only.'))
    imap.endsAfter = /UID FETCH .*BODY/
    assert.equal(await take(), undefined)
    imap.endsAfter = undefined
    assert.equal((await mailboxState(world.services.db))?.problem, 'unreachable')
    assert.deepEqual(await take(), ['taken'])
    assert.deepEqual(await take(), [])
    assert.equal((await posts()).length, before + 1)
    assert.equal((await mailboxState(world.services.db))?.problem, null)
  })

  it('is read by one worker at a time, and by another once the first is long overdue', async () => {
    const before = (await posts()).length
    for (const text of ['One.', 'Two.', 'Three.']) imap.deliver(await written(text))
    const both = await Promise.all([take(), take()])
    assert.deepEqual(both.filter((each) => each === undefined).length, 1)
    assert.equal((await posts()).length, before + 3)
    const now = world.services.clock()
    await sql`update network_mailbox set claimed_until = ${new Date(now.getTime() + 60_000)}`.execute(world.services.db)
    assert.equal(await take(), undefined)
    const later = { ...servicesOf(), clock: () => new Date(now.getTime() + 60_000) }
    assert.deepEqual(await takeMailbox(later), [])
    await sql`update network_mailbox set claimed_until = ${now}`.execute(world.services.db)
  })

  it('that refuses the password, is away, has no such folder or no trusted certificate is said, and tried again', async () => {
    const problem = async () => (await mailboxState(world.services.db))?.problem
    lines.length = 0
    await take({ password: 'wrong' })
    assert.equal(await problem(), 'refused-sign-in')
    await take({ password: 'wrong' })
    imap.isAway = true
    await take()
    assert.equal(await problem(), 'unreachable')
    imap.isAway = false
    await take({ folder: 'Nowhere' })
    assert.equal(await problem(), 'no-folder')
    const selfSigned = new SMTPServer({ secure: true }).on('error', () => undefined)
    await new Promise<void>((resolve) => selfSigned.listen(0, '127.0.0.1', resolve))
    const at = selfSigned.server.address()
    await take({ secure: true, port: typeof at === 'object' && at !== null ? at.port : 0 })
    await new Promise<void>((resolve) => selfSigned.close(() => resolve()))
    assert.equal(await problem(), 'not-trusted')
    assert.deepEqual(await take(), [])
    assert.equal(await problem(), null)
    // Each problem once, whatever the number of tries; and nothing to sign in with.
    const said = lines.map((line) => (JSON.parse(line) as { problem?: string; was?: string }).problem ?? 'over')
    assert.deepEqual(said, ['refused-sign-in', 'unreachable', 'no-folder', 'not-trusted', 'over'])
    for (const words of ['wrong', 'p@ss', user]) assert.ok(!lines.join('').includes(words), words)
    assert.ok(!imap.asked.join(' ').includes('p@ss'))
  })

  it('leaves a mail that is too large, unfetched and flagged for a person', async () => {
    imap.deliver(Buffer.alloc(5_000_001, 'x'))
    imap.deliver(await written('Small.'))
    assert.deepEqual(await take(), ['too-large', 'taken'])
    assert.deepEqual([...(inbox().at(-1)?.flags ?? [])], ['\\Seen', '\\Flagged'])
  })
})
