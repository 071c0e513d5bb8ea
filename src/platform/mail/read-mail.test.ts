import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createTransport, type SendMailOptions } from 'nodemailer'
import { readMail } from './read-mail.ts'

/** A mail as another library writes it. */
async function written(options: SendMailOptions): Promise<Uint8Array> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'Percy Peer <Percy.Peer@council.example>',
    to: 'reply+abc@reply.example.org',
    ...options,
  })
  return message as Buffer
}

describe('reading a mail', () => {
  it('reads text, sender and recipients, with letters that are not ASCII', async () => {
    const mail = await readMail(await written({ text: 'Yes – Ŵ.', subject: 'Re: Ŵ', messageId: '<1@council.example>' }))
    assert.equal(mail?.text.trim(), 'Yes – Ŵ.')
    assert.equal(mail?.from, 'percy.peer@council.example')
    assert.deepEqual(mail?.recipients, ['reply+abc@reply.example.org'])
    assert.equal(mail?.messageId, '1@council.example')
    assert.equal(mail?.automatic, false)
  })

  it('takes the words of a mail that has HTML alone, without what it quotes and without scripts', async () => {
    const mail = await readMail(
      await written({ html: '<p>Yes &amp; no.</p><script>alert(1)</script><blockquote>Can we?</blockquote>' }),
    )
    assert.equal(mail?.text.trim(), 'Yes & no.')
  })

  it('finds the answer of a calendar, beside the text or as a file', async () => {
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n'
    for (const options of [
      { text: 'Accepted', icalEvent: { method: 'REPLY', content } },
      { text: 'Accepted', attachments: [{ filename: 'invite.ics', contentType: 'text/calendar', content }] },
    ])
      assert.match((await readMail(await written(options)))?.calendar ?? '', /METHOD:REPLY/)
  })

  it('names the files that came with it, and no picture of its text and no answer of a calendar', async () => {
    const [picture, content] = [Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n']
    const mail = await readMail(
      await written({
        html: '<p>As attached <img src="cid:logo"></p>',
        attachments: [
          { filename: 'logo.png', content: picture, cid: 'logo', contentDisposition: 'inline' },
          { filename: 'Llety – lease.pdf', content: Buffer.from('%PDF-1.7') },
          { filename: 'photo.png', content: picture },
          { filename: 'invite.ics', contentType: 'text/calendar', content },
        ],
      }),
    )
    assert.deepEqual(mail?.files, ['Llety – lease.pdf', 'photo.png'])
    assert.deepEqual((await readMail(await written({ text: 'Alone' })))?.files, [])
  })

  it('knows what programs send by themselves', async () => {
    for (const headers of [
      { 'Auto-Submitted': 'auto-replied' },
      { Precedence: 'bulk' },
      { 'X-Autoreply': 'yes' },
      { 'List-Id': '<list.example.org>' },
    ])
      assert.equal((await readMail(await written({ text: 'Away', headers })))?.automatic, true, JSON.stringify(headers))
    assert.equal((await readMail(await written({ text: 'Hi', headers: { 'Auto-Submitted': 'no' } })))?.automatic, false)
  })

  it('says of two senders that there is none, and does not fail on what is no mail', async () => {
    const two = Buffer.from('From: a@b.uk, c@d.uk\r\nTo: e@f.uk\r\n\r\nHi')
    assert.equal((await readMail(two))?.from, '')
    assert.equal((await readMail(Buffer.from([0, 1, 2, 255])))?.from, '')
  })
})
