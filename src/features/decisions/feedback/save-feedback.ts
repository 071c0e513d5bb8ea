import { notFound } from '../../../core/errors.ts'
import { type FeedbackItem, judgeText, longestFeedback, type Named, wholeItem } from '../../../core/feedback/index.ts'
import { readVersions, writeVersions } from '../../../core/saving/seen-versions.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { recordDoing } from '../record-doing.ts'
import { holdFeedback, markReady } from './feedback.store.ts'
import { type FeedbackText, textsAsSeen, textsOf, writeTexts } from './feedback-texts.store.ts'
import { type FeedbackAddress, findFeedback } from './find-feedback.ts'
import { namedIn } from './named-in.ts'

export type TextProblem =
  | { readonly code: 'text-missing' | 'text-too-long'; readonly item: string }
  | { readonly code: 'names-somebody'; readonly item: string; readonly found: string }

export type FeedbackSave = FeedbackAddress & {
  readonly fields: { readonly text: (name: string) => string }
  /** As the page carried them: see `writeVersions`. */
  readonly versions: string
  /** Items at which this person chose what somebody else wrote. */
  readonly keepTheirs: ReadonlySet<string>
  /** Items at which two texts were shown to them, who chose neither: nothing is written there. */
  readonly undecided: ReadonlySet<string>
  readonly at: Date
}

export type FeedbackSaved = {
  /** `shut`: it is no draft, and nothing was stored. */
  readonly kind: 'saved' | 'ready' | 'shut'
  readonly items: readonly FeedbackItem[]
  readonly problems: readonly TextProblem[]
  /** For a page that goes on. */
  readonly versions: string
  readonly clashes: readonly { readonly item: FeedbackItem; readonly mine: string; readonly theirs: FeedbackText }[]
  /** For a page that shows only what clashed. */
  readonly clashVersions: string
}

/** The field of an item. */
export const fieldOf = (item: string): string => `text-${item}`

/**
 * Saves the texts of a draft. What somebody else wrote meanwhile is not written over: both texts are handed back.
 *
 * @throws {NotFound} if it is not this person's to write
 */
export const saveFeedback = async ({ db }: Services, save: FeedbackSave): Promise<FeedbackSaved> =>
  await db.transaction().execute(async (tx) => await saveIn(tx, save))

/** Saves and marks it as ready for somebody else's approval; with anything missing it is saved and not marked. @throws {NotFound} */
export async function finishFeedback({ db }: Services, save: FeedbackSave): Promise<FeedbackSaved> {
  return await db.transaction().execute(async (tx) => {
    const saved = await saveIn(tx, save)
    if (saved.kind !== 'saved' || saved.clashes.length > 0 || saved.problems.length > 0) return saved
    const { round, subject } = await findFeedback(tx, 'award:run', save)
    if (subject === undefined || save.actor.kind !== 'person') throw notFound('feedback')
    const texts = await textsOf(tx, subject.id)
    const problems = unfinished(texts, await namedIn(tx, round.id, subject, texts))
    if (problems.length > 0) return { ...saved, problems }
    const { actor, at, reference } = save
    await markReady(tx, { applicationId: subject.id, at, by: save.actor.personId })
    await recordDoing(tx, { round, actor, at }, 'feedback.ready', {}, reference)
    return { ...saved, kind: 'ready' }
  })
}

/** What keeps texts from being ready: one that is empty, but for that of the whole, and one that says who judged. */
const unfinished = (texts: readonly FeedbackText[], named: readonly Named[]): readonly TextProblem[] => [
  ...texts
    .filter(({ item, text }) => text.trim() === '' && item !== wholeItem.id)
    .map(({ item }) => ({ code: 'text-missing', item }) as const),
  ...named
    .filter(({ certain }) => certain)
    .map(({ item, found }) => ({ code: 'names-somebody', item, found }) as const),
]

async function saveIn(tx: Tx, save: FeedbackSave): Promise<FeedbackSaved> {
  const { round, subject, feedback, release } = await findFeedback(tx, 'award:run', save)
  if (save.actor.kind !== 'person') throw notFound('feedback')
  const items = subject?.items ?? []
  const nothing = { items, problems: [], versions: save.versions, clashes: [], clashVersions: '' }
  if (subject === undefined || feedback === undefined || release !== undefined) return { ...nothing, kind: 'shut' }
  if ((await holdFeedback(tx, subject.id)) !== 'draft') return { ...nothing, kind: 'shut' }
  const { posted, typed, problems } = readTyped(items, save)
  const stored = new Map((await textsOf(tx, subject.id)).map((text) => [text.item, text]))
  const base = await textsAsSeen(tx, subject.id, typed)
  const judged = typed.flatMap(({ item, text, version }) => {
    const theirs = stored.get(item)
    if (theirs === undefined) return []
    const verdict = save.undecided.has(item) ? 'clash' : judgeText(theirs, { text, version }, base.get(item))
    return [{ item, text, version, verdict, theirs } as const]
  })
  const write = judged.filter(({ verdict }) => verdict === 'write')
  if (write.length > 0) {
    const { actor, at, reference } = save
    await writeTexts(tx, { applicationId: subject.id, texts: write, at, by: save.actor.personId })
    await recordDoing(tx, { round, actor, at }, 'feedback.saved', { items: write.map(({ item }) => item) }, reference)
  }
  const seen = new Map(posted.map(({ item, version }) => [item, version]))
  for (const { item, verdict, theirs } of judged) {
    // A text that was left alone while somebody changed it is still at the version that the page shows.
    if (verdict === 'write') seen.set(item, theirs.version + 1)
    if (verdict === 'same') seen.set(item, theirs.version)
  }
  const lost = judged.filter(({ verdict }) => verdict === 'clash')
  const itemOf = new Map(items.map((item) => [item.id, item]))
  return {
    kind: 'saved',
    items,
    problems,
    versions: writeVersions(items, seen),
    clashes: lost.flatMap(({ item: id, text: mine, theirs }) => {
      const item = itemOf.get(id)
      return item === undefined ? [] : [{ item, mine, theirs }]
    }),
    clashVersions: writeVersions(items, new Map(lost.map(({ item, theirs }) => [item, theirs.version]))),
  }
}

/** What was posted of the items that were on the page. Without its versions a page is taken to have seen nothing. */
function readTyped(items: readonly FeedbackItem[], { fields, versions, keepTheirs }: FeedbackSave) {
  const seen = readVersions(items, versions) ?? new Map(items.map(({ id }) => [id, 0]))
  const posted = items.flatMap(({ id: item }) => {
    const version = seen.get(item)
    return version === undefined || keepTheirs.has(item) ? [] : [{ item, version, text: fields.text(fieldOf(item)) }]
  })
  const isKept = ({ text }: { readonly text: string }) => text.length <= longestFeedback
  return {
    posted,
    typed: posted.filter(isKept),
    problems: posted.filter((each) => !isKept(each)).map(({ item }): TextProblem => ({ code: 'text-too-long', item })),
  }
}
