import type { FormPage } from '../../../core/forms/index.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Services } from '../../../platform/services.ts'
import { formVersionById } from '../../forms/index.ts'
import { originForMail } from '../../guidance/index.ts'
import { commentsPath, owesPath } from '../applications.paths.ts'
import { commentsMessage } from '../commenting/commenting.messages.ts'
import { takeUntoldComments } from '../commenting/commenting.store.ts'
import { forgetPresence } from '../presence/together.store.ts'
import { type MessageAbout, queueAbout } from '../queue-about.ts'
import { givenMessage } from './owing.messages.ts'
import { takeUntoldAssignments, type UntoldAssignment } from './owing.store.ts'

/** What is given or said within these minutes is told together. */
const togetherMinutes = 5
/** So much is told in one transaction. */
const most = 200

/**
 * Tells people of the pages and questions they were given and of new comments that concern them: one message for each person and
 * application, some minutes after the first, so that a lead who gives out ten pages sends one email and not ten.
 */
export async function tellWriters(services: Services): Promise<void> {
  const { db, clock, config } = services
  const now = clock()
  const before = new Date(now.getTime() - togetherMinutes * 60_000)
  const origin = originForMail(config)
  await db.transaction().execute(async (tx) => {
    for (const one of await takeUntoldAssignments(tx, before, now, most)) {
      const items = itemsOf(await pagesOf(tx, one.formVersionId), one.given)
      // A version of the form has taken up in the same minutes that none of it is asked any more.
      if (items.length === 0) continue
      const { givenBy: by, leadName: lead, fundName: fund, reference } = one
      const link = origin + owesPath(reference)
      const given = { by, lead, fund, reference, items, link }
      await send(tx, services, one, { kind: 'page-given', words: (say) => say(givenMessage)(given) })
    }
    for (const one of await takeUntoldComments(tx, before, now, most)) {
      const titleOf = titlesOf(await pagesOf(tx, one.formVersionId))
      const comments = one.comments.map(({ pageId, questionId, by }) => ({
        title: titleOf(pageId, questionId),
        by,
        link: origin + commentsPath(one.reference, pageId),
      }))
      const { fundName: fund, reference } = one
      const written = { fund, reference, comments }
      await send(tx, services, one, { kind: 'page-commented', words: (say) => say(commentsMessage)(written) })
    }
  })
  await forgetPresence(db, new Date(now.getTime() - 3_600_000))
}

const pagesOf = async (tx: Tx, formVersionId: string): Promise<readonly FormPage[]> =>
  (await formVersionById(tx, formVersionId))?.definition.pages ?? []

/** What was given, in the order of the form: each page before its questions. What the form does not have any more is left out. */
function itemsOf(pages: readonly FormPage[], given: UntoldAssignment['given']) {
  const titleOf = titlesOf(pages)
  return pages.flatMap(({ id: pageId, questions }) => [
    ...given
      .filter(({ kind, id }) => kind === 'page' && id === pageId)
      .map(({ kind, dueOn }) => ({ kind, dueOn, title: titleOf(pageId) })),
    ...questions.flatMap((question) =>
      given
        .filter(({ kind, id }) => kind === 'question' && id === question.id)
        .map(({ kind, dueOn }) => ({ kind, dueOn, title: titleOf(pageId, question.id) })),
    ),
  ])
}

function titlesOf(pages: readonly FormPage[]): (pageId: string, questionId?: string | null) => string {
  return (pageId, questionId = null) => {
    const page = pages.find(({ id }) => id === pageId)
    const question = page?.questions.find(({ id }) => id === questionId)
    const title = page?.title ?? pageId
    return question === undefined || page?.questions.length === 1 ? title : `${title}: “${question.label}”`
  }
}

async function send(
  tx: Tx,
  services: Services,
  to: { readonly email: string; readonly personId: string; readonly fundId: string; readonly illustrative: boolean },
  message: Pick<MessageAbout, 'kind' | 'words'>,
): Promise<void> {
  await queueAbout(tx, services, to, { ...message, recipient: to.email, personId: to.personId })
}
