import type { Answers, Form } from '../../../src/core/forms/index.ts'
import { openPdf, type Pdf } from '../../../src/platform/pdf/pdf.ts'
import { type ReceiptDocument, receiptDocument } from '../../../src/platform/pdf/receipt.ts'
import { readSeed } from '../../../src/seeds/read-seed.ts'
import { cpuMillisecondsWithChildren } from '../process-cost.ts'
import type { Row } from '../targets.ts'

/** As many as may be asked for in the last minutes before a deadline. */
const RECEIPTS = 200

/** 100 a second. */
const TARGET = 10 * RECEIPTS

/** Receipts of whole applications, asked for at once, after as many that are not counted. @param most typesetters */
export async function measureReceipts(most: number): Promise<Row> {
  const receipts = await wholeReceipts()
  const pdf = openPdf({ most })
  try {
    await makeAll(pdf, receipts)
    const [started, used] = [performance.now(), cpuMillisecondsWithChildren(process.pid)]
    const made = await makeAll(pdf, receipts)
    const milliseconds = performance.now() - started
    const pages = await pdf.pages(receiptDocument(receipts[0] as ReceiptDocument))
    return {
      what: `${RECEIPTS} receipts, ${most === 1 ? 'one typesetter' : `${most} typesetters`}`,
      targetMilliseconds: TARGET,
      milliseconds,
      cpuMilliseconds: cpuMillisecondsWithChildren(process.pid) - used,
      found: `${Math.round((RECEIPTS * 1_000) / milliseconds)} a second; the first has ${pages} pages`,
      check: 'each is a whole, tagged PDF, and no two are alike',
      holds:
        made.every(isWhole) && new Set(made.map((bytes) => Buffer.from(bytes).toString('latin1'))).size === RECEIPTS,
    }
  } finally {
    await pdf.close()
  }
}

const makeAll = (pdf: Pdf, receipts: readonly ReceiptDocument[]): Promise<readonly Uint8Array[]> =>
  Promise.all(receipts.map((receipt) => pdf.receipt(receipt)))

function isWhole(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString('latin1')
  return text.startsWith('%PDF-1.7') && text.includes('/StructTreeRoot') && text.trimEnd().endsWith('%%EOF')
}

/** What the seeds have written out in full, over and over. */
async function wholeReceipts(): Promise<readonly ReceiptDocument[]> {
  const form: Form = JSON.parse(await readSeed('templates/delivering-differently/form.json'))
  const bids: readonly { readonly answers: Answers }[] = JSON.parse(await readSeed('finished-round/applications.json'))
  return Array.from({ length: RECEIPTS }, (_, at) => ({
    fund: 'Delivering Differently',
    round: 'Expression of interest',
    reference: `DD-2026-${String(at).padStart(4, '0')}-W`,
    authority: 'Cyngor Ynys Ŵyth',
    submittedAt: new Date('2026-07-01T15:58:07.900Z'),
    contentSha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    sections: sectionsOf(form, bids[at % bids.length]?.answers ?? {}),
  }))
}

const sectionsOf = (form: Form, answers: Answers): ReceiptDocument['sections'] =>
  form.pages.map(({ title, questions }) => ({
    title,
    answers: questions.map(({ id, label }) => {
      const answer = answers[id]
      return { question: label, answer: typeof answer === 'string' ? answer : '' }
    }),
  }))
