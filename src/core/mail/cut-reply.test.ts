import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { cutReply } from './cut-reply.ts'

const markers = ['--- Write your answer above this line ---', '--- Ysgrifennwch eich ateb uwchben y llinell hon ---']
const [replyMarker = ''] = markers

const kept = (...lines: string[]): string => cutReply(lines.join('\n'), markers).kept

describe('cutting a reply by mail', () => {
  it('cuts what Gmail and Apple Mail quote, on one line or broken over several', () => {
    assert.equal(
      kept('Yes, in May.', '', 'On Mon, 2 Mar 2026 at 10:00, Ann <ann@a.uk> wrote:', '', '> Can we?', '>', '> Ann'),
      'Yes, in May.',
    )
    assert.equal(
      kept(
        'Yes.',
        '',
        'On Mon, 2 Mar 2026 at 10:00, Network of a fund with a long name',
        '<reply+abc@reply.example.org> wrote:',
        '> Can we?',
      ),
      'Yes.',
    )
  })

  it('cuts what Outlook puts below', () => {
    const outlook = [
      'From: Ann <ann@a.uk>',
      'Sent: 02 March 2026 10:00',
      'To: Bob',
      'Subject: RE: Can we?',
      '',
      'Can we?',
    ]
    assert.equal(kept('Yes.', '', '________________________________', ...outlook), 'Yes.')
    assert.equal(kept('Yes.', '', ...outlook), 'Yes.')
    assert.equal(kept('Yes.', '-----Original Message-----', 'Can we?'), 'Yes.')
  })

  it('cuts at the line that our own mails carry, quoted or not', () => {
    assert.equal(kept('Yes.', '', `> ${replyMarker}`, '> Ann asks'), 'Yes.')
    assert.equal(kept('Yes.', '', 'Ann schrieb einst', replyMarker, 'Ann asks'), 'Yes.\n\nAnn schrieb einst')
    assert.equal(kept('Iawn.', '', `> ${markers[1]}`, '> Mae Ann yn gofyn'), 'Iawn.')
    assert.equal(kept('Iawn.', '', markers[1] ?? '', 'Mae Ann yn gofyn'), 'Iawn.')
  })

  it('cuts signatures and what telephones add', () => {
    assert.equal(kept('Yes.', '-- ', 'Bob', 'Head of parks'), 'Yes.')
    assert.equal(kept('Yes.', '', 'Sent from my iPhone'), 'Yes.')
    assert.equal(kept('Yes.', '', 'On Monday Ann wrote:', '> Can we?', '-- ', 'Bob'), 'Yes.')
    assert.equal(kept('Yes.', '-- ', 'Bob', 'On Monday Ann wrote:', '> Can we?'), 'Yes.')
  })

  it('keeps answers between quoted lines with what they answer', () => {
    const between = ['On Monday Ann wrote:', '> Can we?', 'Yes.', '> And when?', 'In May.']
    assert.equal(kept(...between), between.join('\n'))
    assert.equal(kept(...between, '> Thank you', ''), between.join('\n'))
  })

  it('keeps what only looks like the end of a reply', () => {
    for (const text of [
      'From: our point of view it is worth it.',
      'On balance we wrote off the debt.',
      'It cost £5 -- less than we thought.\nTo: whom do we talk?',
      'They wrote: nothing.',
    ])
      assert.equal(cutReply(text, markers).kept, text)
  })

  it('keeps every word, in what is kept or in what is cut', () => {
    const line = fc.constantFrom(
      'Yes.',
      '> quoted',
      'On Monday Ann wrote:',
      '-- ',
      'From: a',
      'Sent: b',
      'To: c',
      '',
      replyMarker,
      'Bob',
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join('\n')
        const both = cutReply(text, markers)
        const words = (each: string) => each.split(/\s+/).filter((word) => word !== '')
        assert.deepEqual([...words(both.kept), ...words(both.cut)], words(text))
      }),
    )
  })
})
