import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Form, freeze, freezeApplication, withKeyed, withSignOffs } from '../../../core/forms/index.ts'
import { writeWordApplication } from '../word/write-word-application.ts'
import { receiptSections } from './receipt-sections.ts'

const form: Form = {
  id: 'f',
  title: 'F',
  pages: [{ id: 'p', title: 'Papers', questions: [{ id: 'letters', type: 'file', label: 'Letters' }] }],
}
const letter = { id: 'l', name: 'letter.pdf', size: 1_500_000, sha256: `${'a'.repeat(32)}${'b'.repeat(32)}` }
const scan = { id: 's', name: 'bid.pdf', size: 500, sha256: 'c'.repeat(64) }
const written = freezeApplication(freeze(form, { letters: [letter] }), {
  reference: 'DD-2026-ABCD1',
  illustrative: false,
  fund: { slug: 'fund', name: 'Fund' },
  round: { slug: 'round', name: 'Round' },
  lead: { id: 'A', name: 'Alder' },
  standIn: null,
  partners: [],
  formVersion: { number: 1, sha256: 'ab' },
  declaration: 'I may',
})
const keyed = withKeyed(
  withSignOffs(written, [
    {
      kind: 'sponsor',
      organisation: { id: 'A', name: 'Alder' },
      name: 'Sue',
      jobTitle: 'Director',
      statement: 'Signed there.',
      read: { language: 'cy', statement: 'Llofnodwyd.' },
      signedAt: '2027-02-10T17:30:00.000Z',
      materialSha256: 'd',
      onPaper: { signedOn: '2027-02-03', recordedBy: 'Pam' },
    },
  ]),
  { channel: 'paper', receivedAt: '2027-02-10T16:58:00.000Z', keyedBy: 'Pam', sentBy: 'Alma', scans: [scan] },
)
const titles = (sections: ReturnType<typeof receiptSections>) => sections.map(({ title }) => title)

describe('the receipt as a document', () => {
  it('names every file with its size and its hash in groups', () => {
    assert.deepEqual(receiptSections(written).at(-1), {
      title: 'Files',
      answers: [
        {
          question: 'letter.pdf',
          answer: '1.5 MB\nSHA-256: aaaaaaaa aaaaaaaa aaaaaaaa aaaaaaaa bbbbbbbb bbbbbbbb bbbbbbbb bbbbbbbb',
        },
      ],
    })
  })

  it('has no such part without files, and says that it was keyed in only when it was', () => {
    assert.deepEqual(titles(receiptSections({ ...written, pages: [] })), [])
    assert.deepEqual(titles(receiptSections(written)), ['Papers', 'Files'])
    const sections = receiptSections(keyed)
    assert.deepEqual(titles(sections), ['Keyed in', 'Sign-offs', 'Papers', 'Files'])
    const said = sections.flatMap(({ answers }) => answers.map(({ answer }) => answer)).join('\n')
    assert.match(
      said,
      /By Pam for the programme team, from what came on paper, sent by Alma\n4:58pm GMT on Wednesday 10/,
    )
    assert.match(said, /Sue, Director, as senior sponsor of Alder, on 3 February 2027, on what was keyed in/)
    assert.deepEqual(
      sections.at(-1)?.answers.map(({ question }) => question),
      ['letter.pdf', 'bid.pdf'],
    )
  })
})

describe('an application in Word', () => {
  it('names its files and what came', () => {
    const document = writeWordApplication({ content: keyed, form, facts: [], mark: undefined, footer: '' })
    const lines = document.blocks.flatMap((block) => (block.kind === 'paragraphs' ? block.lines : []))
    for (const file of [letter, scan])
      assert.ok(
        lines.some((line) => line.includes(file.name)),
        file.name,
      )
  })
})
