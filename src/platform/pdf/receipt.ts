import { ukTimeWithZone } from '../../core/time/uk-time.ts'
import type { Block, DocumentData } from './document-data.ts'

/**
 * What a receipt says: who sent what, when, and a hash by which anyone can tell that it has not changed.
 * - `submittedAt`: when the server received it
 * - `contentSha256`: of the frozen content, 64 hex digits
 * - `sections`: the questions as they were asked, in order; an `answer` of '' was left blank
 * - `illustrative`: the label when the data are made up
 */
export type ReceiptDocument = {
  readonly fund: string
  readonly round: string
  readonly reference: string
  readonly authority: string
  readonly submittedAt: Date
  readonly submittedBy?: string | undefined
  readonly contentSha256: string
  readonly sections: readonly {
    readonly title: string
    readonly answers: readonly { readonly question: string; readonly answer: string }[]
  }[]
  readonly illustrative?: string | undefined
}

/** A hash in groups of eight, four to a line, so that people can compare it. */
const inGroups = (hash: string): string =>
  (hash.match(/.{1,32}/g) ?? []).map((line) => (line.match(/.{1,8}/g) ?? []).join(' ')).join('\n')

/** The document of a receipt. */
export function receiptDocument(receipt: ReceiptDocument): DocumentData {
  const { fund, round, reference, authority, submittedAt, submittedBy, contentSha256, sections } = receipt
  const rows = [
    { key: 'Fund', value: fund },
    { key: 'Round', value: round },
    { key: 'Authority', value: authority },
    { key: 'Received', value: ukTimeWithZone(submittedAt, { seconds: true }) },
    ...(submittedBy === undefined ? [] : [{ key: 'Submitted by', value: submittedBy }]),
    { key: 'Content hash (SHA-256)', value: inGroups(contentSha256), fixed: true },
  ]
  const blocks: Block[] = [
    { kind: 'panel', text: 'Your reference', strong: reference },
    { kind: 'rows', rows },
    {
      kind: 'paragraph',
      text: 'The answers below are those that were received. The content hash changes if any character of them does.',
    },
    ...sections.flatMap(({ title, answers }): Block[] => [
      { kind: 'heading', level: 1, text: title },
      ...answers.flatMap(({ question, answer }): Block[] => [
        { kind: 'heading', level: 2, text: question },
        { kind: 'answer', text: answer, blank: 'Not answered' },
      ]),
    ]),
  ]
  return {
    title: 'Application received',
    subtitle: `${authority}: ${round}`,
    author: fund,
    label: receipt.illustrative,
    footer: `${reference} · received ${ukTimeWithZone(submittedAt, { seconds: true })}`,
    createdAt: submittedAt,
    blocks,
  }
}
