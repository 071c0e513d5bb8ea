import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { lastFirst } from '../../../../tests/support/last-first.ts'
import {
  managedNetworkAddress,
  type NetworkAtWork,
  networkAddress,
  networkAtWork,
  type Somebody,
} from '../../../../tests/support/network-at-work.ts'

const life = lastFirst({ after })
const secret = 'a secret of at least thirty-two characters'
const environment = { INBOUND_MAIL_DOMAIN: 'reply.example.org', INBOUND_MAIL_SECRET: secret }

/** A mail as a mail program writes it. */
async function written(options: SendMailOptions): Promise<Buffer> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(options)
  return message as Buffer
}

/** The headers with which a server of mail hands it over. */
function signed(body: Buffer, { key = secret, at = new Date() }: { readonly key?: string; readonly at?: Date } = {}) {
  const timestamp = String(Math.floor(at.getTime() / 1000))
  const mac = createHmac('sha256', key).update(`m1.${timestamp}.`).update(body).digest('base64')
  return {
    'content-type': 'message/rfc822',
    'webhook-id': 'm1',
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${mac}`,
  }
}

describe('mail that comes in', () => {
  let world: NetworkAtWork
  let thread = ''
  before(async () => {
    world = await networkAtWork(life, { environment })
    const asked = { title: 'How did you value buildings?', topic: 'money', text: 'We have **two**. <script>x</script>' }
    const { location = '' } = await world.holder.browser.post(`${networkAddress}/questions/new`, asked)
    thread = location
  })
  const handOver = async (body: Buffer, headers: Readonly<Record<string, string>> = signed(body)) => {
    const { statusCode, body: said } = await world.app.inject({
      method: 'POST',
      url: '/inbound/mail',
      headers: { host: 'localhost:3000', ...headers },
      payload: body,
    })
    return { status: statusCode, outcome: statusCode === 200 ? String(JSON.parse(said).outcome) : '' }
  }
  const lastMailTo = async ({ email }: Somebody, kind: string) => {
    const { rows } = await sql<{ body: string; headers: Record<string, string>; calendar: { content: string } | null }>`
      select body, headers, calendar from message where recipient = ${email} and kind = ${kind} order by id desc limit 1`.execute(
      world.services.db,
    )
    return rows[0]
  }
  const answersTo = async (who: Somebody, kind = 'network.question'): Promise<string> =>
    (await lastMailTo(who, kind))?.headers['Reply-To'] ?? ''
  const page = async (who = world.holder): Promise<string> => (await who.browser.get(thread)).body

  it('mails a question to the other members, each with an address of their own', async () => {
    const [peer, team] = [await answersTo(world.peer), await answersTo(world.team)]
    assert.match(peer, /^reply\+[0-9a-f]{40}@reply\.example\.org$/)
    assert.notEqual(peer, team)
    assert.equal(await lastMailTo(world.holder, 'network.question'), undefined)
    assert.equal(await lastMailTo(world.stranger, 'network.question'), undefined)
    const { rows } =
      await sql`select from network_reply_address where key_sha256 like ${`%${peer.slice(6, 46)}%`}`.execute(
        world.services.db,
      )
    assert.equal(rows.length, 0)
  })

  it('posts an answer without what it quotes, tells who asked, and keeps the mail', async () => {
    const mail = await written({
      from: `Percy Peer <${world.peer.email}>`,
      to: await answersTo(world.peer),
      subject: 'Re: How did you value buildings?',
      messageId: '<first@council.example>',
      text: 'At what they would cost to replace. <img src=x onerror=alert(1)>\n\nOn Mon, 2 Mar 2026 at 10:00, Holly wrote:\n> We have two.\n-- \nPercy',
    })
    assert.deepEqual(await handOver(mail), { status: 200, outcome: 'posted' })
    const body = await page()
    assert.match(body, /At what they would cost to replace\. &lt;img src=x onerror=alert\(1\)&gt;/)
    assert.match(body, /By email/)
    assert.doesNotMatch(body, /On Mon, 2 Mar|<img|<script>x/)
    assert.match((await lastMailTo(world.holder, 'network.answer'))?.body ?? '', /At what they would cost/)
    const { rows } = await sql<{ content: Uint8Array }>`
      select content from network_mail where outcome = 'posted'`.execute(world.services.db)
    assert.deepEqual(Buffer.from(rows[0]?.content ?? []), mail)
    assert.deepEqual(await handOver(mail), { status: 200, outcome: 'duplicate' })
    assert.equal((await page()).split('At what they would cost').length, 2)
  })

  it('tells whoever attached files that their answer is posted without them', async () => {
    const mail = await written({
      from: world.peer.email,
      to: await answersTo(world.peer),
      text: 'As the lease says.',
      attachments: [{ filename: 'lease.pdf', content: Buffer.from('%PDF-1.7') }],
    })
    assert.equal(await lastMailTo(world.peer, 'network.reply-refused'), undefined)
    assert.equal((await handOver(mail)).outcome, 'posted')
    assert.match(await page(), /As the lease says\./)
    assert.doesNotMatch(await page(), /lease\.pdf/)
    const told = await lastMailTo(world.peer, 'network.reply-refused')
    assert.match(
      told?.body ?? '',
      /is posted, without the files[\s\S]*- lease\.pdf[\s\S]*\/network\/example-fund\/questions\//,
    )
    assert.equal(told?.headers['Auto-Submitted'], 'auto-replied')
  })

  it('takes nothing that is signed wrongly, too long ago, changed on its way or not at all', async () => {
    const mail = await written({ from: world.peer.email, to: await answersTo(world.peer), text: 'No.' })
    const old = new Date(Date.now() - 600_000)
    for (const headers of [
      signed(mail, { key: 'another secret of thirty-two characters' }),
      signed(mail, { at: old }),
      { ...signed(mail, { at: old }), 'webhook-timestamp': String(Math.floor(Date.now() / 1000)) },
      { 'content-type': 'message/rfc822' },
    ])
      assert.equal((await handOver(mail, headers)).status, 401)
    assert.equal((await handOver(Buffer.concat([mail, Buffer.from('!')]), signed(mail))).status, 401)
    const long = Buffer.alloc(5_100_000, 65)
    assert.equal((await handOver(long)).status, 413)
  })

  it('keeps a mail from another sender for those who moderate, and posts nothing', async () => {
    const to = await answersTo(world.peer)
    for (const from of [world.stranger.email, `${world.peer.email}, ${world.stranger.email}`])
      assert.equal((await handOver(await written({ from, to, text: 'Buy now' }))).outcome, 'other-sender')
    assert.doesNotMatch(await page(), /Buy now/)
    const { body } = await world.team.browser.get(`${managedNetworkAddress}/moderation`)
    assert.match(body, /somebody may have taken their place\. The address was given to Percy Peer/)
    assert.match(body, /stan\.stranger@council\.example/)
  })

  it('ignores what programs send, what is for nobody, and what says nothing', async () => {
    const to = await answersTo(world.peer)
    const from = world.peer.email
    const away = { from, to, text: 'I am away', headers: { 'Auto-Submitted': 'auto-replied' } }
    assert.equal((await handOver(await written(away))).outcome, 'automatic')
    assert.equal(
      (await handOver(await written({ from, to: 'reply+abc@reply.example.org', text: 'Hi' }))).outcome,
      'unknown-address',
    )
    assert.equal(
      (await handOver(await written({ from, to: to.replace('reply.example', 'other.example'), text: 'Hi' }))).outcome,
      'unknown-address',
    )
    assert.equal((await handOver(await written({ from, to, text: '> quoted alone' }))).outcome, 'nothing-written')
    const refused = await lastMailTo(world.peer, 'network.reply-refused')
    assert.match(refused?.body ?? '', /nothing written above/)
    assert.equal(refused?.headers['Auto-Submitted'], 'auto-replied')
  })

  it('asks a member who has not accepted the code of conduct to do so first', async () => {
    const late = await world.somebody('Lara Late', world.awards[0]?.organisationId)
    await world.holder.browser.post(`${networkAddress}/questions/new`, {
      title: 'Second',
      topic: 'legal',
      text: 'Who?',
    })
    const mail = await written({ from: late.email, to: await answersTo(late), text: 'Us.' })
    assert.equal((await handOver(mail)).outcome, 'conduct-first')
    assert.match((await lastMailTo(late, 'network.reply-refused'))?.body ?? '', /accept the code of conduct/)
  })

  it('takes the answer of a calendar for the answer to an event', async () => {
    const on = (name: string, clock: string) => ({
      [`${name}-day`]: '1',
      [`${name}-month`]: '7',
      [`${name}-year`]: '2027',
      [`${name}-clock`]: clock,
    })
    const plan = { title: 'Visit', about: 'See it', held: 'room', place: 'Hall', joining: 'Door B', capacity: '5' }
    const { location = '' } = await world.team.browser.post(`${managedNetworkAddress}/events/new`, {
      ...plan,
      ...on('starts', '2pm'),
      ...on('ends', '3pm'),
    })
    const event = location.replace('/manage/funds/example-fund/network', networkAddress)
    const invited = await lastMailTo(world.peer, 'network.event-invited')
    const request = invited?.calendar?.content.replaceAll('\r\n ', '') ?? ''
    const organiser = /ORGANIZER[^\r]*mailto:([^\r]+)/.exec(request)?.[1] ?? ''
    assert.equal(organiser, invited?.headers['Reply-To'])
    const uid = /UID:([^\r]+)/.exec(request)?.[1] ?? ''
    const reply = (partstat: string, attendee = world.peer.email, of = uid) =>
      written({
        from: world.peer.email,
        to: organiser,
        text: 'Accepted',
        icalEvent: {
          method: 'REPLY',
          content: `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nATTENDEE;PARTSTAT=${partstat}:mailto:${attendee}\r\nUID:${of}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
        },
      })
    assert.equal((await handOver(await reply('ACCEPTED', world.holder.email))).outcome, 'other-sender')
    assert.equal((await handOver(await reply('ACCEPTED', world.peer.email, 'other@x'))).outcome, 'nothing-written')
    assert.equal((await handOver(await reply('ACCEPTED'))).outcome, 'event-answered')
    assert.match((await world.peer.browser.get(event)).body, /You have a place[\s\S]*Door B/)
    assert.equal((await handOver(await reply('DECLINED'))).outcome, 'event-answered')
    assert.match((await world.peer.browser.get(event)).body, /Not coming/)
  })
})

it('has no address for mail that comes in where none is set up', async (t) => {
  const world = await networkAtWork(lastFirst(t))
  const mail = await written({ from: world.peer.email, to: 'reply+a@b.uk', text: 'Hi' })
  const { statusCode } = await world.app.inject({
    method: 'POST',
    url: '/inbound/mail',
    headers: signed(mail),
    payload: mail,
  })
  assert.equal(statusCode, 404)
  await world.holder.browser.post(`${networkAddress}/questions/new`, { title: 'T', topic: 'legal', text: 'Who?' })
  const { rows } = await sql<{ body: string; headers: Record<string, string> }>`
    select body, headers from message where kind = 'network.question'`.execute(world.services.db)
  assert.ok(rows.length > 0)
  assert.ok(rows.every(({ headers, body }) => headers['Reply-To'] === undefined && body.includes('Answer it here')))
})
