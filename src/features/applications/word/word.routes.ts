import { notFound } from '../../../core/errors.ts'
import { ukTimeWithZone } from '../../../core/time/uk-time.ts'
import { type Answer, download } from '../../../platform/http/answer.ts'
import { type Ask, get, param, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import { wordType, writeWord } from '../../../platform/word/write-word.ts'
import { formVersionById } from '../../forms/index.ts'
import { documentLabel } from '../applications.messages.ts'
import { openApplication } from '../open-application.ts'
import { type ReadSubmission, readSubmission } from '../programme/read-submission.ts'
import { openSignOff } from '../sign-off/open-sign-off.ts'
import { contentOf } from '../sign-off/sign-application.ts'
import { readCheck } from '../submitting/read-check.ts'
import { type DraftFacts, draftDocument } from './draft-document.ts'
import { writeWordApplication } from './write-word-application.ts'

/** Applications as Word documents: for those who write them, and for those who are to sign them. */
export const wordRoutes = (services: Services): Route[] => [
  get('/applications/:reference/application.docx', 'application:write', async (ask) => {
    const { db } = services
    const reference = param(ask, 'reference')
    const at = ask.receivedAt
    const { application } = await openApplication(db, ask.actor, { reference, questions: [], need: 'read', at })
    if (application.state === 'submitted')
      return await sendSubmissionAsWord(services, await readSubmission(db, application))
    const { list, content } = await readCheck(services, ask.actor, reference, at)
    const saves = list.tasks.flatMap(({ lastSaved }) => lastSaved?.at ?? [])
    const savedAt = saves.reduce<Date | undefined>((last, save) => (last && last > save ? last : save), undefined)
    return await sendDraft(ask, { application, content, form: list.version.definition, savedAt })
  }),
  get('/applications/:reference/sign-offs/:slot/application.docx', 'signed-in', async (ask) => {
    const at = ask.receivedAt
    const of = { reference: param(ask, 'reference'), slot: param(ask, 'slot'), at }
    const opened = await openSignOff(services.db, services, ask.actor, of)
    if (opened.role === 'unconfirmed') throw notFound('sign-off')
    const content = await contentOf(services.db, opened, at)
    return await sendDraft(ask, { application: opened.application, content, form: opened.version.definition })
  }),
]

async function sendDraft(ask: Ask, draft: Omit<DraftFacts, 'at'>): Promise<Answer> {
  const body = await writeWord(draftDocument({ ...draft, at: ask.receivedAt }))
  return download({ name: `draft-${draft.application.reference}.docx`, type: wordType, body })
}

/** A submission as it was sent, with its hash on every page. Help stands in it while the form is the one that was answered. */
export async function sendSubmissionAsWord({ db }: Services, read: ReadSubmission): Promise<Answer> {
  const { content, reference, submission, facts, formVersionId } = read
  const mark = [read.withdrawn ? 'Withdrawn.' : '', documentLabel(read.application)].filter((text) => text !== '')
  const version = await formVersionById(db, formVersionId)
  const body = await writeWord(
    writeWordApplication({
      content,
      form: version?.sha256 === content.form.sha256 ? version.definition : undefined,
      facts: facts.filter(({ name }) => name !== 'Declaration' && name !== 'Signed off'),
      mark: mark.length > 0 ? mark.join(' ') : undefined,
      footer: `${reference}, received at ${ukTimeWithZone(submission.receivedAt, { seconds: true })}. SHA-256 of the content: ${submission.sha256}`,
    }),
  )
  return download({ name: `submission-${reference}.docx`, type: wordType, body })
}
