import { signerRoles } from '../../../core/awards/index.ts'
import { illustrativeWords } from '../../../core/text/illustrative-words.ts'
import { dayInWords } from '../../../core/time/day.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Block, DocumentData } from '../../../platform/pdf/document-data.ts'
import { pounds, signerNames, typeText } from './awarding.messages.ts'
import type { KeptAgreement } from './awards.store.ts'

const day = (on: string | null): string => (on === null ? 'Not set' : dayInWords(on))

/** An agreement to print and file, with who has signed it so far. */
export function agreementDocument({
  document,
  sha256,
  reason,
  madeAt,
  signatures,
  number,
}: KeptAgreement): DocumentData {
  const { fund, round, funders, council, partners, reference, type, title, conditions, illustrative } = document
  const blocks: Block[] = [
    { kind: 'panel', text: 'The award', strong: pounds(document.pounds) },
    {
      kind: 'rows',
      rows: [
        { key: 'Title', value: title },
        { key: 'Between', value: [...funders, council.name].join('\n') },
        { key: 'Partners', value: partners.map(({ name }) => name).join('\n') || 'None' },
        { key: 'What it is', value: typeText[type] },
        { key: 'Starts', value: day(document.startsOn) },
        { key: 'Ends', value: day(document.endsOn) },
        { key: 'Application', value: reference },
        { key: 'Version', value: `${number}, of ${ukTimeWithZone(madeAt)}` },
        ...(reason === '' ? [] : [{ key: 'Why it was changed', value: reason }]),
      ],
    },
    { kind: 'heading', level: 1, text: 'Learning agreement' },
    { kind: 'paragraph', text: 'In return for the award the council undertakes to:' },
    { kind: 'list', items: conditions.filter(({ standing }) => standing).map(({ text }) => text) },
    ...furtherBlocks(conditions.filter(({ standing }) => !standing)),
    { kind: 'heading', level: 1, text: 'Signatures' },
    ...signerRoles.map((role): Block => {
      const signed = signatures.find((signature) => signature.role === role)
      const value =
        signed && `${signed.name}, ${signed.jobTitle}\n${ukTimeWithZone(signed.signedAt, { seconds: true })}`
      return {
        kind: 'rows',
        rows: [{ key: `${signerNames[role]} of ${council.name}`, value: value ?? 'Not signed yet' }],
      }
    }),
    { kind: 'heading', level: 1, text: 'What a signature is bound to' },
    { kind: 'rows', rows: [{ key: 'Hash of this version (SHA-256)', value: inGroups(sha256), fixed: true }] },
  ]
  return {
    title: 'Award agreement',
    subtitle: `${council.name}: ${round}`,
    author: fund,
    label: illustrative ? illustrativeWords : undefined,
    footer: `${reference} · version ${number}`,
    createdAt: madeAt,
    blocks,
  }
}

const furtherBlocks = (further: KeptAgreement['document']['conditions']): readonly Block[] =>
  further.length === 0
    ? []
    : [
        { kind: 'heading', level: 1, text: 'Further conditions' },
        {
          kind: 'table',
          columns: [{ text: 'Condition' }, { text: 'Due' }],
          rows: further.map(({ text, dueOn }) => [text, dueOn === null ? 'Throughout' : dayInWords(dueOn)]),
        },
      ]

const inGroups = (hash: string): string =>
  (hash.match(/.{1,32}/g) ?? []).map((line) => (line.match(/.{1,8}/g) ?? []).join(' ')).join('\n')
