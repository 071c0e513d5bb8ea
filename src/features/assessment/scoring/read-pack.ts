import { notFound } from '../../../core/errors.ts'
import type { FrozenQuestion } from '../../../core/forms/index.ts'
import type { Actor } from '../../../core/permissions/index.ts'
import { illustrativeWords } from '../../../core/text/illustrative-words.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Block, DocumentData } from '../../../platform/pdf/document-data.ts'
import type { ClarifiedAnswer } from '../../applications/index.ts'
import { answerHtml } from '../../forms/index.ts'
import { openContents } from './pack.store.ts'
import type { PackModel } from './pages/pack.ts'
import {
  asRead,
  type Clarified,
  calledIn,
  clarifiedFor,
  findScoredRound,
  questionsIn,
  type ScoredPath,
  type ScoredRound,
} from './read-scored.ts'
import { clarifiedWords, extraWords, howSureWords } from './scoring.messages.ts'
import { pilePath } from './scoring.paths.ts'
import { thresholdWords } from './show-review.ts'

/** What an assessor prints: the criteria, and the applications that are open to them with what was answered. */
export type Pack = ScoredRound & {
  readonly applications: readonly {
    readonly reference: string
    readonly name: string
    readonly questions: readonly FrozenQuestion[]
    readonly clarified: Clarified
  }[]
}

/** @throws {NotFound} if nothing is open to them in this round */
export async function readPack(db: Database, actor: Actor, path: Pick<ScoredPath, 'fund' | 'round'>): Promise<Pack> {
  const scored = await findScoredRound(db, actor, path)
  const { phase, round, actor: person } = scored
  const asked = { personId: person.personId, extra: phase === 'closed' }
  const open = phase === 'scoring' || phase === 'closed' ? await openContents(db, round.id, asked) : []
  const clarified = await clarifiedFor(db, scored.rules, open)
  const applications = open.map(({ id, reference, leadName, names, content }) => ({
    clarified: clarified.get(id) ?? new Map(),
    reference,
    name: calledIn(scored.rules, leadName),
    questions: questionsIn(asRead(scored.rules, content, names)),
  }))
  if (applications.length === 0) throw notFound('pack')
  return { ...scored, applications }
}

/** The questions of each criterion of an application, in the order of the criteria; last those that none asks for. */
function parts({ rules }: Pack, questions: readonly FrozenQuestion[]) {
  const asked = new Set(rules.criteria.flatMap((criterion) => criterion.questions))
  return [
    ...rules.criteria.map((criterion) => ({
      name: criterion.name,
      questions: questions.filter(({ id }) => criterion.questions.includes(id)),
    })),
    { name: 'The rest of the application', questions: questions.filter(({ id }) => !asked.has(id)) },
  ].filter((part) => part.questions.length > 0)
}

/** By when: of one more opinion, which is asked for after scoring has closed, until the shortlist is frozen. */
function dueSentence({ phase, assessment: { dueAt } }: Pack): string {
  if (phase === 'closed') return extraWords
  return dueAt === null ? '' : `Scores are due by ${ukTimeWithZone(dueAt)}.`
}

function dueValue({ phase, assessment: { dueAt } }: Pack): string {
  if (phase === 'closed') return 'Before the shortlist is frozen'
  return dueAt === null ? 'Not set' : ukTimeWithZone(dueAt)
}

/** How sure they are of their scores, where the sealed rules ask it. */
const askedWords = ({ rules }: Pack): string | undefined =>
  rules.calibration.confidence && howSureWords(rules.calibration.confidence)

/** The pack as a page. */
export const packModel = (pack: Pack): PackModel => ({
  round: `${pack.round.fund.name}: ${pack.round.name}`,
  illustrative: pack.round.illustrative,
  back: pilePath(pack.round.fund.slug, pack.round.slug),
  due: dueSentence(pack),
  criteria: pack.rules.criteria.map((criterion) => ({
    name: criterion.name,
    weight: `${criterion.weightPercent}%`,
    looksFor: criterion.looksFor,
    threshold: thresholdWords(criterion),
    bands: criterion.bands.map(({ points, name, guidance }) => `${points}: ${name}. ${guidance}`),
  })),
  asked: askedWords(pack),
  applications: pack.applications.map(({ reference, name, questions, clarified }) => ({
    reference,
    name,
    parts: parts(pack, questions).map((part) => ({
      name: part.name,
      answers: part.questions.map((question) => ({
        label: question.label,
        html: answerHtml(question),
        clarified: clarified.get(question.id),
      })),
    })),
  })),
})

/** The pack as an accessible PDF. */
export function packPdf(pack: Pack, createdAt: Date): DocumentData {
  const { round, rules } = pack
  const criteria = rules.criteria.flatMap((criterion): Block[] => [
    { kind: 'heading', level: 2, text: `${criterion.name} (${criterion.weightPercent}%)` },
    { kind: 'paragraph', text: [`Look for: ${criterion.looksFor}`, thresholdWords(criterion) ?? ''].join('\n') },
    { kind: 'list', items: criterion.bands.map(({ points, name, guidance }) => `${points}: ${name}. ${guidance}`) },
  ])
  const asked = askedWords(pack)
  const howSure: readonly Block[] =
    asked === undefined
      ? []
      : [
          { kind: 'heading', level: 2, text: 'How sure you are' },
          { kind: 'paragraph', text: asked },
        ]
  const applications = pack.applications.flatMap(({ reference, name, questions, clarified }): Block[] => [
    { kind: 'heading', level: 1, text: `${reference}: ${name}`, onNewPage: true },
    ...parts(pack, questions).flatMap((part): Block[] => [
      { kind: 'heading', level: 2, text: part.name },
      ...part.questions.flatMap((question) => [...blocksOf(question), ...clarifiedBlocks(clarified.get(question.id))]),
    ]),
  ])
  return {
    title: 'Applications to score',
    subtitle: round.name,
    author: round.fund.name,
    label: round.illustrative ? illustrativeWords : undefined,
    footer: `${round.fund.name}: applications to score. For one assessor: do not pass on`,
    createdAt,
    blocks: [
      {
        kind: 'rows',
        rows: [
          { key: 'Due', value: dueValue(pack) },
          { key: 'Applications', value: String(pack.applications.length) },
        ],
      },
      { kind: 'heading', level: 1, text: 'Criteria' },
      ...criteria,
      ...howSure,
      ...applications,
    ],
  }
}

function clarifiedBlocks(said: ClarifiedAnswer | undefined): readonly Block[] {
  if (said === undefined) return []
  return [
    { kind: 'paragraph', text: `${clarifiedWords(said)}:` },
    { kind: 'answer', text: said.lines.join('\n'), blank: 'Not answered' },
  ]
}

function blocksOf(question: FrozenQuestion): readonly Block[] {
  const label: Block = { kind: 'question', text: question.label }
  if (question.items !== undefined && question.items.length > 0) {
    return [
      label,
      ...question.items.map(
        (item): Block => ({
          kind: 'answer',
          text: [item.title, ...item.questions.map((child) => `${child.label}: ${child.shown.join('\n')}`)].join('\n'),
          blank: 'Not answered',
        }),
      ),
    ]
  }
  if (question.table !== undefined && question.table.rows.length > 0) {
    const columns = [{ text: 'Row' }, ...question.table.columns.map((text) => ({ text, amounts: true }))]
    return [label, { kind: 'table', columns, rows: question.table.rows.map(({ name, cells }) => [name, ...cells]) }]
  }
  return [label, { kind: 'answer', text: question.shown.join('\n'), blank: 'Not answered' }]
}
