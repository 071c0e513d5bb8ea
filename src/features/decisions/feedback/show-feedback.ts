import { referenceAndLead } from '../../../core/assessment/index.ts'
import { bandWords, wordsAbout } from '../../../core/feedback/index.ts'
import { may } from '../../../core/permissions/index.ts'
import { readVersions, writeVersions } from '../../../core/saving/seen-versions.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Database } from '../../../platform/database/database.ts'
import type { Ask } from '../../../platform/http/route.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { decisionsCrumbs } from '../list-crumbs.ts'
import { isWriter, shownAs } from './approve-feedback.ts'
import { type NamesOfItems, perhapsNamed, stateTags } from './feedback.messages.ts'
import { approvePath, feedbackListPath, feedbackPath, openDraftsPath, reopenPath } from './feedback.paths.ts'
import type { Feedback } from './feedback.store.ts'
import { textsOf } from './feedback-texts.store.ts'
import type { FoundFeedback } from './find-feedback.ts'
import { namedIn } from './named-in.ts'
import { wordsOfSubjects } from './open-drafts.ts'
import type { FeedbackModel } from './pages/feedback.ts'
import { fieldOf } from './save-feedback.ts'

/** What was just sent and is shown again: as typed, at the versions that are stored now. */
export type SentAgain = { readonly versions: string }

/** The names of the items of an application, by their ids. */
export const namesOf = ({ subject }: Pick<FoundFeedback, 'subject'>): NamesOfItems =>
  new Map((subject?.items ?? []).map(({ id, name }) => [id, name]))

/** The page of the feedback on one application, for whoever asks. */
export async function feedbackModel(
  db: Database,
  ask: Ask,
  found: FoundFeedback,
  reference: string,
  problems: readonly FieldText[],
  again?: SentAgain,
): Promise<FeedbackModel> {
  const { round, release, subject, feedback } = found
  const { fund, slug } = round
  const runs = may(ask.actor, 'award:run', round.fundId) && release === undefined
  const approves = may(ask.actor, 'feedback:approve', round.fundId) && release === undefined
  const texts = subject === undefined || feedback === undefined ? [] : await textsOf(db, subject.id)
  const writes = runs && feedback?.state === 'draft'
  const seen = again && readVersions(subject?.items ?? [], again.versions)
  const stored = new Map(texts.map((text) => [text.item, text]))
  const words = subject && writes ? ((await wordsOfSubjects(db, [subject.id])).get(subject.id) ?? []) : []
  const named = subject === undefined ? [] : await namedIn(db, round.id, subject, texts)
  return {
    illustrative: round.illustrative,
    reference,
    name: subject?.shownLead ?? '',
    breadcrumbs: [
      ...decisionsCrumbs(round),
      { text: 'Feedback', href: feedbackListPath(fund.slug, slug) },
      { text: reference },
    ],
    state: stateTags[feedback?.state ?? 'none'],
    lines: linesOf(found),
    items: (subject?.items ?? [])
      .filter(({ id }) => stored.has(id))
      .map((item) => {
        const points = subject?.points.get(item.id)
        const text = stored.get(item.id)?.text ?? ''
        return {
          field: fieldOf(item.id),
          name: item.name,
          band: points === undefined ? '' : bandWords(item.bands, points),
          text: seen?.has(item.id) ? ask.form.text(fieldOf(item.id)) : text,
          words: wordsAbout(item, words).map(({ kind, text: said }) => ({
            moderation: kind === 'moderation',
            text: said,
          })),
        }
      }),
    warnings: perhapsNamed(named, namesOf(found)),
    write: writes
      ? {
          action: feedbackPath(fund.slug, slug, reference),
          key: `feedback/${reference}`,
          versions:
            again?.versions ??
            writeVersions(subject?.items ?? [], new Map(texts.map(({ item, version }) => [item, version]))),
        }
      : undefined,
    approve:
      approves && feedback?.state === 'ready' && !isWriter(ask.actor, feedback)
        ? { action: approvePath(fund.slug, slug, reference), shown: shownAs(feedback) }
        : undefined,
    reopenAction:
      runs && feedback !== undefined && feedback.state !== 'draft' ? reopenPath(fund.slug, slug, reference) : undefined,
    openAction:
      runs && subject?.judged === true && feedback === undefined ? openDraftsPath(fund.slug, slug) : undefined,
    problems,
    csrf: ask.csrf,
  }
}

function linesOf({ subject, feedback, release }: FoundFeedback): readonly string[] {
  if (subject === undefined)
    return [
      'There is no feedback on this application: it was not scored, was withdrawn, or the shortlist is not frozen.',
    ]
  const { reference, shownLead, judged } = subject
  if (feedback === undefined)
    return [
      judged
        ? `Nobody has opened a draft of the feedback on ${referenceAndLead(reference, shownLead)}.`
        : 'Interviews have not closed: a draft can be opened when they have.',
    ]
  return [...stepLines(feedback), ...(release === undefined ? [] : [`Released at ${ukTime(release.releasedAt)}.`])]
}

/** Who did what of it and when. */
export const stepLines = ({ state, openedAt, readyAt, readyByName, approvedAt, approvedByName }: Feedback) => [
  ...(state === 'draft' ? [`Drafted at ${ukTime(openedAt)} from what was written of the application.`] : []),
  ...(readyAt === null ? [] : [`Marked as ready by ${readyByName} at ${ukTime(readyAt)}.`]),
  ...(approvedAt === null ? [] : [`Approved by ${approvedByName} at ${ukTime(approvedAt)}.`]),
]
