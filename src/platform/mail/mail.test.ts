import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { after, before, describe, it } from 'node:test'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import type { Mailer, Message } from './mailer.ts'
import { openMailer } from './open-mailer.ts'

const now = new Date('2026-11-25T12:00:00Z')
const message: Message = {
  id: '0198-row',
  to: 'lead@council.example',
  subject: 'Cais wedi’i dderbyn: tŷ, dŵr a gwŷdd – DD-2026-7K3F-W ✓',
  text: 'Diolch.\n\n.A line that starts with a full stop\nŴyth £100,000\n',
  headers: {
    'List-Unsubscribe': '<https://fund.example/unsubscribe/abc>',
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  },
}
const unsafe: [string, Partial<Message>][] = [
  ['a second address', { to: 'a@b.example, c@d.example' }],
  ['a header in the address', { to: 'a@b.example\r\nBcc: c@d.example' }],
  ['a display name', { to: 'Someone <a@b.example>' }],
  ['no address', { to: '' }],
  ['a header in the subject', { subject: 'Hello\r\nBcc: c@d.example' }],
  ['a lone line feed in the subject', { subject: 'Hello\nBcc: c@d.example' }],
  ['a header in a header', { headers: { 'List-Unsubscribe': '<https://x.example>\r\nBcc: c@d.example' } }],
  ['a header of its own', { headers: { Bcc: 'c@d.example' } as Message['headers'] }],
]

describe('mail over SMTP', () => {
  const received: { mail: ParsedMail; recipients: string[] }[] = []
  /** As it came over the wire. */
  const raw: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo({ address }, _session, callback) {
      const code = Number(/^refuse-(\d{3})@/.exec(address)?.[1])
      callback(code ? Object.assign(new Error('not here'), { responseCode: code }) : null)
    },
    onData(stream, session, callback) {
      text(stream)
        .then((wire) => {
          raw.push(wire)
          return simpleParser(wire)
        })
        .then((mail) => {
          received.push({ mail, recipients: session.envelope.rcptTo.map(({ address }) => address) })
          callback()
        }, callback)
    },
  })
  let mailer: Mailer
  before(async () => {
    const listening = server.listen(0, '127.0.0.1')
    await once(listening, 'listening')
    const { port } = listening.address() as AddressInfo
    mailer = openMailer(
      { kind: 'smtp', url: `smtp://127.0.0.1:${port}`, from: 'Fund <fund@service.example>' },
      () => now,
    )
  })
  after(async () => {
    mailer.close()
    await new Promise<void>((resolve) => server.close(resolve))
  })

  it('carries an event as a part of its own that says its method, so that clients offer to accept it', async () => {
    received.length = 0
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n'
    const sent = await mailer.send({ ...message, calendar: { method: 'CANCEL', content } })
    assert.equal(sent.ok, true)
    const mail = received[0]?.mail
    assert.match(mail?.text ?? '', /Diolch/)
    const parts = mail?.attachments.map(({ contentType, content: bytes }) => [contentType, bytes.toString()]) ?? []
    assert.deepEqual(parts, [
      ['text/calendar', content],
      ['application/ics', content],
    ])
    assert.match(raw.at(-1) ?? '', /Content-Type: text\/calendar;[^\n]*method=CANCEL/i)
    received.length = 0
  })

  it('arrives as it was written, with Welsh letters and the way to unsubscribe', async () => {
    const sent = await mailer.send({ ...message, html: '<p>Ŵyth</p>' })
    assert.deepEqual(sent, { ok: true, id: '<0198-row@service.example>' })
    const { mail, recipients } = received.at(-1) ?? assert.fail('nothing arrived')
    assert.deepEqual(recipients, ['lead@council.example'])
    assert.equal(mail.subject, message.subject)
    assert.equal(mail.text?.trimEnd(), message.text.trimEnd())
    assert.equal(mail.html, '<p>Ŵyth</p>')
    assert.equal(mail.messageId, '<0198-row@service.example>')
    assert.equal(mail.from?.text, '"Fund" <fund@service.example>')
    const raw = mail.headerLines.map(({ line }) => line)
    assert.ok(raw.includes('List-Unsubscribe: <https://fund.example/unsubscribe/abc>'))
    assert.ok(raw.includes('List-Unsubscribe-Post: List-Unsubscribe=One-Click'))
  })

  for (const [what, change] of unsafe) {
    it(`is refused for good with ${what}, and nothing is sent`, async () => {
      const count = received.length
      const sent = await mailer.send({ ...message, ...change })
      assert.ok(!sent.ok && !sent.retry)
      assert.equal(received.length, count)
    })
  }

  for (const [code, retry] of [
    [450, true],
    [550, false],
    [530, true],
  ] as const) {
    it(`is ${retry ? 'tried again' : 'given up'} when the server answers ${code}`, async () => {
      const sent = await mailer.send({ ...message, to: `refuse-${code}@council.example` })
      assert.ok(!sent.ok)
      assert.equal(sent.retry, retry)
    })
  }

  it('is tried again when nobody is there', async () => {
    const gone = createServer().listen(0, '127.0.0.1')
    await once(gone, 'listening')
    const { port } = gone.address() as AddressInfo
    await new Promise((resolve) => gone.close(resolve))
    const nobody = openMailer(
      { kind: 'smtp', url: `smtp://127.0.0.1:${port}`, from: 'fund@service.example' },
      () => now,
    )
    const sent = await nobody.send(message)
    nobody.close()
    assert.ok(!sent.ok && sent.retry)
  })
})

describe('mail by GOV.UK Notify', () => {
  const serviceId = '26785a09-ab16-4eb0-8407-a37497a57506'
  const secret = '3d844edf-8d35-48ac-975b-e847b4f122b0'
  const templateId = '0a6a8c4e-5b3b-4b7c-9f6e-3a4f0e1b2c3d'
  const asked: { url: string; authorization: string; body: unknown }[] = []
  let answer: { status: number; body: string } = { status: 201, body: '{"id":"740e5834-3a29-46b4-9a6f-16142fde533a"}' }
  const notify = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { authorization = '' } = request.headers
    asked.push({ url: `${request.method} ${request.url}`, authorization, body: JSON.parse(body) })
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  })
  let mailer: Mailer
  before(async () => {
    notify.listen(0, '127.0.0.1')
    await once(notify, 'listening')
    const { port } = notify.address() as AddressInfo
    const apiKey = `my-test_key-${serviceId}-${secret}`
    mailer = openMailer({ kind: 'notify', apiKey, templateId, baseUrl: `http://127.0.0.1:${port}` }, () => now)
  })
  after(() => {
    notify.close()
    notify.closeAllConnections()
  })

  it('is one request, signed as Notify checks it', async () => {
    assert.deepEqual(await mailer.send(message), { ok: true, id: '740e5834-3a29-46b4-9a6f-16142fde533a' })
    const { url, authorization, body } = asked.at(-1) ?? assert.fail('nothing was asked')
    assert.equal(url, 'POST /v2/notifications/email')
    const [header = '', claims = '', signature] = authorization.replace(/^Bearer /, '').split('.')
    assert.deepEqual(JSON.parse(Buffer.from(header, 'base64url').toString()), { typ: 'JWT', alg: 'HS256' })
    assert.deepEqual(JSON.parse(Buffer.from(claims, 'base64url').toString()), { iss: serviceId, iat: 1795608000 })
    assert.equal(signature, createHmac('sha256', secret).update(`${header}.${claims}`).digest('base64url'))
    assert.deepEqual(body, {
      email_address: message.to,
      template_id: templateId,
      personalisation: { subject: message.subject, body: message.text },
      reference: '0198-row',
      one_click_unsubscribe_url: 'https://fund.example/unsubscribe/abc',
    })
  })

  const answers: [number, string, boolean][] = [
    [400, '{"errors":[{"error":"ValidationError","message":"email_address Not a valid email address"}]}', false],
    [403, '{"errors":[{"error":"AuthError","message":"Invalid token: API key not found"}]}', true],
    [429, '{"errors":[{"error":"RateLimitError","message":"Exceeded rate limit"}]}', true],
    [500, '<html>', true],
    [201, '{}', true],
  ]
  for (const [status, body, retry] of answers) {
    it(`is ${retry ? 'tried again' : 'given up'} when Notify answers ${status} ${body}`, async () => {
      answer = { status, body }
      const sent = await mailer.send(message)
      assert.ok(!sent.ok)
      assert.equal(sent.retry, retry)
      assert.match(sent.reason, new RegExp(`answered ${status}`))
      assert.ok(!sent.reason.includes(secret))
    })
  }

  it('asks nothing for a message that is not safe', async () => {
    const count = asked.length
    for (const [, change] of unsafe) assert.equal((await mailer.send({ ...message, ...change })).ok, false)
    assert.equal(asked.length, count)
  })

  it('refuses to start with a key that is none', () => {
    assert.throws(() => openMailer({ kind: 'notify', apiKey: 'secret', templateId }, () => now), RangeError)
  })
})

describe('the outbox', () => {
  it('takes every safe message and sends none', async () => {
    const outbox = openMailer({ kind: 'outbox' }, () => now)
    assert.deepEqual(await outbox.send(message), { ok: true, id: '0198-row' })
    assert.equal((await outbox.send({ ...message, to: 'a@b.example\n' })).ok, false)
    assert.equal((await outbox.send({ ...message, to: 'siân.o’neill@cyngor.example' })).ok, true)
  })
})
