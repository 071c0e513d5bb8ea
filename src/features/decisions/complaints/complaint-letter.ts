import type { StageTexts } from '../../../core/complaints/index.ts'
import { illustrativeWords } from '../../../core/text/illustrative-words.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import type { DocumentData } from '../../../platform/pdf/document-data.ts'
import type { RoundInFund } from '../../funds/index.ts'
import type { KeptComplaint, KeptReply } from './complaints.store.ts'
import { replyParagraphs } from './reply-letter.messages.ts'

/** The reply to a complaint to print and file. */
export const complaintLetter = (
  { fund, name, illustrative }: RoundInFund,
  { reference, organisation, application }: KeptComplaint,
  reply: KeptReply,
  texts: StageTexts,
): DocumentData => ({
  title: `${reply.stage === 'first' ? 'Reply' : 'Reply after review'} to complaint ${reference}`,
  subtitle: `${organisation}, about application ${application} to ${name}. ${ukDate(reply.repliedAt)}`,
  author: fund.name,
  label: illustrative ? illustrativeWords : undefined,
  footer: reference,
  createdAt: reply.repliedAt,
  blocks: [
    ...replyParagraphs({ ...reply, texts }).map((text) => ({ kind: 'paragraph' as const, text })),
    { kind: 'rows', rows: [{ key: 'Looked at by', value: reply.name }] },
  ],
})
