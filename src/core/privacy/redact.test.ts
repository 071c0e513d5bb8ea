import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { redactRow } from './redact.ts'

const al = { personId: 'id-of-al', email: 'al@x.example' }

describe('redactRow', () => {
  it('says of people whether it is you, and no more', () => {
    assert.deepEqual(
      redactRow(
        { made_by: 'id-of-al', decided_by: 'id-of-bo', kept_by: null },
        ['made_by', 'decided_by', 'kept_by'],
        al,
      ),
      {
        made_by: 'you',
        decided_by: 'somebody else',
        kept_by: null,
      },
    )
  })

  it('takes out the addresses of others, wherever in a value they stand', () => {
    const row = { note: 'Al@x.example asked bo.o’neill@y.gov.uk and bo@y.gov.uk.', value: { to: ['cy@z.example'] } }
    const text = JSON.stringify(redactRow(row, [], al))
    assert.ok(text.includes('Al@x.example'))
    assert.ok(!/@(y|z)\./.test(text), text)
  })

  it('leaves out secrets of the service', () => {
    assert.deepEqual(redactRow({ token_hash: 'a', totp_secret: 'b', name: 'Al' }, [], al), { name: 'Al' })
  })

  it('leaves no address of another in any text', () => {
    const word = fc.stringMatching(/^[a-z0-9 ,.]{0,12}$/)
    fc.assert(
      fc.property(word, fc.emailAddress(), word, (before, address, after) => {
        fc.pre(address.toLowerCase() !== al.email && /^[\w.+-]+@/.test(address))
        const { note } = redactRow({ note: `${before} ${address} ${after}` }, [], al)
        assert.ok(!String(note).includes(address), String(note))
      }),
    )
  })
})
