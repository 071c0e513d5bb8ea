import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import {
  declarationOf,
  type Form,
  type FrozenFacts,
  type FrozenKeyed,
  freeze,
  freezeApplication,
  frozenHash,
  withKeyed,
} from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const form: Form = {
  id: 'f',
  title: 'F',
  pages: [{ id: 'p', title: 'P', questions: [{ id: 'q', type: 'short-text', label: 'Q' }] }],
}

const facts: FrozenFacts = {
  reference: 'DD-2026-ABCD1',
  illustrative: false,
  fund: { slug: 'fund', name: 'Fund' },
  round: { slug: 'round', name: 'Round' },
  lead: { id: 'ADU', name: 'Adur' },
  standIn: null,
  partners: [
    { id: 'B', name: 'Bee' },
    { id: 'A', name: 'Ay' },
  ],
  formVersion: { number: 2, sha256: 'ab' },
  declaration: 'I may',
}

const hashOf = (changes: Partial<FrozenFacts> = {}, answer = 'yes') =>
  frozenHash(freezeApplication(freeze(form, { q: answer }), { ...facts, ...changes }), sha256)

describe('what a submission binds', () => {
  it('is this text and no other, so that its hash can be worked out by hand', () => {
    const text =
      '{"declaration":"I may","form":{"id":"f","number":2,"sha256":"ab","title":"F"},"fund":{"name":"Fund","slug":"fund"},' +
      '"illustrative":false,"lead":{"id":"ADU","name":"Adur"},"pages":[{"id":"p","questions":[{"id":"q","label":"Q",' +
      '"shown":["yes"],"type":"short-text","value":"yes"}],"title":"P"}],"partners":[{"id":"A","name":"Ay"},' +
      '{"id":"B","name":"Bee"}],"reference":"DD-2026-ABCD1","round":{"name":"Round","slug":"round"},"standIn":null,"version":1}'
    assert.equal(hashOf(), sha256(text))
  })

  it('changes with everything that is said, and not with the order of the partners', () => {
    const changes: readonly Partial<FrozenFacts>[] = [
      { reference: 'DD-2026-ABCD2' },
      { illustrative: true },
      { fund: { slug: 'fund', name: 'Another' } },
      { round: { slug: 'second', name: 'Round' } },
      { lead: { id: 'ADU', name: 'Adur Council' } },
      { standIn: { id: 'WSX', name: 'West Sussex' } },
      { partners: facts.partners.slice(1) },
      { formVersion: { number: 3, sha256: 'ab' } },
      { formVersion: { number: 2, sha256: 'ac' } },
      { declaration: 'I may not' },
    ]
    const hashes = [hashOf(), hashOf({}, 'no'), ...changes.map((change) => hashOf(change))]
    assert.equal(new Set(hashes).size, hashes.length)
    assert.equal(hashOf({ partners: [...facts.partners].reverse() }), hashOf())
  })
})

describe('a submission that was keyed in', () => {
  const content = freezeApplication(freeze(form, { q: 'yes' }), facts)
  const scan = { id: 's', name: 'bid.pdf', size: 9, sha256: 'a'.repeat(64) }
  const keyed: FrozenKeyed = {
    channel: 'paper',
    receivedAt: '2027-02-10T16:58:00.000Z',
    keyedBy: 'Pam',
    sentBy: 'Alma',
    scans: [scan],
  }

  it('says so in a shape of its own, and binds what came', () => {
    assert.equal(withKeyed(content, keyed).version, 3)
    const others = [
      { ...keyed, channel: 'email' as const },
      { ...keyed, scans: [] },
      { ...keyed, scans: [{ ...scan, sha256: 'b' }] },
    ]
    const hashes = [content, ...[keyed, ...others].map((one) => withKeyed(content, one))].map((one) =>
      frozenHash(one, sha256),
    )
    assert.equal(new Set(hashes).size, hashes.length)
  })

  it('is as it always was when nobody keyed it in', () => {
    assert.deepEqual(withKeyed(content, undefined), content)
  })
})

describe('the declaration of a form', () => {
  const asking: Form = {
    ...form,
    pages: [
      {
        id: 'p',
        title: 'P',
        questions: [
          { id: 'q', type: 'yes-no', label: 'Q' },
          {
            id: 'd',
            type: 'declaration',
            label: 'I agree',
            declaration: 'All is true.',
            showIf: { question: 'q', is: true },
          },
        ],
      },
    ],
  }

  it('is its words and those beside the box, while it is asked for', () => {
    assert.equal(declarationOf(asking, { q: true }), 'All is true.\n\nI agree')
    assert.equal(declarationOf(asking, { q: false }), undefined)
    assert.equal(declarationOf(form, {}), undefined)
  })
})
