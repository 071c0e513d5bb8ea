import type { Json } from '../../../core/canonical/index.ts'
import {
  type Answers,
  answersSetAside,
  answerWords,
  type Form,
  isAnswered,
  type Problem,
  type Question,
} from '../../../core/forms/index.ts'
import type { SignedIn } from '../../../core/permissions/index.ts'
import { firstWords } from '../../../core/text/first-words.ts'
import type { Services } from '../../../platform/services.ts'
import { authorityNames } from '../find-problems.ts'
import { addToLastChange, type KeptAside, keptInChanges } from '../migrating/form-changes.store.ts'
import { openApplication, writesPage } from '../open-application.ts'
import { answersNow } from './answers.store.ts'
import { keepAside } from './set-aside.store.ts'

/** An answer of a page that was open while its form changed, which has no place in the new form for this person. */
export type Displaced = {
  readonly question: Question
  readonly value: Json
  /** In words, one string a line. */
  readonly words: readonly string[]
  /** `gone`: not asked any more. `unfit`: asked in a way that takes no such answer. `not-yours`: on a page of others. */
  readonly reason: Exclude<KeptAside['reason'], 'part'> | 'not-yours'
  /** Whether it can be kept at all: not what is far too long. */
  readonly keeps: boolean
}

export type Displacement = {
  /** The questions that are not to be written to. */
  readonly questions: ReadonlySet<string>
  /** What would be lost: written by this person and not kept anywhere yet. */
  readonly texts: readonly Displaced[]
}

type Typed = { readonly question: Question; readonly value: Json | undefined; readonly unkept: readonly Problem[] }

type Stale = {
  readonly reference: string
  readonly applicationId: string
  /** The form that the page was made from, and the one that is answered now. */
  readonly before: Form
  readonly after: Form
  readonly typed: readonly Typed[]
  readonly at: Date
}

/** Finds what of a page that was open while its form changed has no place now, or only one that others write. */
export async function findDisplaced({ db }: Services, actor: SignedIn, stale: Stale): Promise<Displacement> {
  const { reference, applicationId, before, after, typed, at } = stale
  const answers: Answers = Object.fromEntries(typed.map(({ question, value }) => [question.id, value ?? null]))
  const lost = answersSetAside(before, after, answers)
  const opened = await openApplication(db, actor, { reference, questions: [], need: 'read', at })
  const others = new Set(
    after.pages.filter(({ id }) => !writesPage(opened, id)).flatMap(({ questions }) => questions.map(({ id }) => id)),
  )
  const stored = others.size === 0 ? {} : await answersNow(db, applicationId, [...others])
  const kept = lost.length === 0 ? new Set<string>() : new Set((await keptInChanges(db, applicationId)).map(sameAside))
  const nameOf = await authorityNames(db, before, answers)
  const texts = typed.flatMap(({ question, value, unkept }): readonly Displaced[] => {
    if (value === undefined || !isAnswered(value)) return []
    const words = answerWords(question, value, nameOf)
    const text = { question, value, words, keeps: unkept.length === 0 }
    const reason = lost.find((one) => one.question.id === question.id)?.reason
    if (reason !== undefined) {
      return kept.has(sameAside({ question: question.id, answer: words })) ? [] : [{ ...text, reason }]
    }
    const isStored = JSON.stringify(stored[question.id]?.value) === JSON.stringify(value)
    return others.has(question.id) && !isStored ? [{ ...text, reason: 'not-yours' }] : []
  })
  return { questions: new Set([...lost.map(({ question }) => question.id), ...others]), texts }
}

const sameAside = ({ question, answer }: Pick<KeptAside, 'question' | 'answer'>): string =>
  JSON.stringify([question, answer])

/** Sets it aside: as every text that is, and in the list of tasks in words where no question shows it. */
export async function keepDisplaced(
  { db, clock, newId }: Services,
  actor: SignedIn,
  applicationId: string,
  texts: readonly Displaced[],
): Promise<void> {
  const kept = texts.filter(({ keeps }) => keeps)
  const about = { applicationId, writtenAt: clock(), writtenBy: actor.personId }
  await keepAside(
    db,
    kept.map(({ question, value }) => ({ ...about, id: newId(), questionId: question.id, value })),
  )
  const inWords = kept.flatMap(({ question, words, reason }) =>
    reason === 'not-yours' ? [] : [{ question: question.id, label: question.label, answer: words, reason }],
  )
  await addToLastChange(db, applicationId, inWords)
}

/** So many are named one by one. */
const mostNamed = 4

/** What became of them, for whoever wrote them; undefined when there are none. */
export function displacedWords(texts: readonly Displaced[]): string | undefined {
  if (texts.length === 0) return undefined
  const named = texts.slice(0, mostNamed).map(({ question, reason, keeps }) => {
    const label = `“${firstWords(question.label, 12)}”`
    return `${label} ${whyWords[reason]}: what you wrote there is ${keeps ? whereWords[reason] : 'too long to be kept'}.`
  })
  const more = texts.length > mostNamed ? [`So are ${texts.length - mostNamed} more.`] : []
  return ['The form has changed.', ...named, ...more].join(' ')
}

const whyWords = {
  gone: 'is not asked any more',
  unfit: 'is answered in another way now',
  'not-yours': 'is on a page now that others write',
} as const

const whereWords = {
  gone: 'set aside in your list of tasks',
  unfit: 'set aside in your list of tasks',
  'not-yours': 'set aside on that page',
} as const
