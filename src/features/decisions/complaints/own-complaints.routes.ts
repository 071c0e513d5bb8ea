import { isOpen } from '../../../core/complaints/index.ts'
import { notFound } from '../../../core/errors.ts'
import { dayInWords, isoDay } from '../../../core/time/day.ts'
import { type Answer, attachment, download, seeOther, show } from '../../../platform/http/answer.ts'
import { type Ask, get, param, post, type Route } from '../../../platform/http/route.ts'
import type { Services } from '../../../platform/services.ts'
import type { FieldText } from '../../../ui/patterns/index.ts'
import { applicationPath } from '../../applications/index.ts'
import { fileFormRoutes, openFile } from '../../files/index.ts'
import { storedFileList } from '../../forms/index.ts'
import { addEvidence, evidenceOf, evidenceTaken } from './add-evidence.ts'
import { askReview, lastDayForReview } from './ask-review.ts'
import { complaintLetter } from './complaint-letter.ts'
import { termsOf, textsOf } from './complaint-terms.store.ts'
import { evidenceProblemText, makeProblemText, messageProblemText, reviewProblemText } from './complaints.messages.ts'
import { complainPath, ownComplaintPath } from './complaints.paths.ts'
import { progressOf } from './complaints.store.ts'
import { evidenceLimits, shownReplies, standingOf } from './describe-complaint.ts'
import { lastDayOf, makeComplaint } from './make-complaint.ts'
import { openOwn, openOwnComplaint } from './open-own.ts'
import { complainPage } from './pages/complain.ts'
import { ownComplaintPage } from './pages/own-complaint.ts'
import { writeToHandler } from './write-message.ts'

const all = '/applications/:reference/complaint'
const one = `${all}/:number`

/** Complaining about how an application was dealt with, for the people of its authorities. */
export const ownComplaintsRoutes = (services: Services): Route[] => [
  get(all, 'application:write', async (ask) => await showComplain(services, ask, [])),
  post(all, 'application:write', 'complaint.made', async (ask) => {
    const reference = param(ask, 'reference')
    const result = await makeComplaint(services, ask.actor, { reference, typed: typedIn(ask), at: ask.receivedAt })
    if (!result.ok) return await showComplain(services, ask, result.problems.map(makeProblemText))
    const flash = 'We have your complaint. An email with its reference is on its way.'
    return seeOther(ownComplaintPath(reference, result.value), { flash })
  }),
  get(one, 'application:write', async (ask) => await showOwn(services, ask, [])),
  post(`${one}/messages`, 'application:write', 'complaint.message-written', async (ask) => {
    const result = await writeToHandler(services, ask.actor, { ...ofComplaint(ask), text: ask.form.text('text') })
    return result.ok
      ? back(ask, 'Your message is sent.')
      : await showOwn(services, ask, result.problems.map(messageProblemText))
  }),
  ...fileFormRoutes(services, {
    path: `${one}/files`,
    permission: 'application:write',
    audit: 'file.uploaded',
    input: 'evidence',
    ...evidenceTaken,
    sender: async (ask) => {
      const { round, complaint, actor } = await openOwnComplaint(services.db, ask.actor, ofComplaint(ask))
      const closed = isOpen(progressOf(complaint)) ? {} : { closed: 'This complaint is closed.' }
      const owner = { type: 'complaint', id: complaint.reference } as const
      return { owner, by: actor.personId, fundId: round.fundId, ...closed }
    },
    handler: async (ask, sent) => {
      const result = await addEvidence(services, ask.actor, { ...ofComplaint(ask), sent })
      return result.ok
        ? back(ask, 'Added. It is being checked for viruses.')
        : await showOwn(services, ask, result.problems.map(evidenceProblemText))
    },
  }),
  get(`${one}/files/:file`, 'application:write', async (ask) => {
    const { complaint } = await openOwnComplaint(services.db, ask.actor, ofComplaint(ask))
    return attachment(await openFile(services, { type: 'complaint', id: complaint.reference }, param(ask, 'file')))
  }),
  post(`${one}/review`, 'application:write', 'complaint.review-asked', async (ask) => {
    const result = await askReview(services, ask.actor, { ...ofComplaint(ask), words: ask.form.text('review') })
    return result.ok
      ? back(ask, 'A review is asked for. Somebody who was not involved before looks again.')
      : await showOwn(services, ask, result.problems.map(reviewProblemText))
  }),
  get(`${one}/letters/:stage`, 'application:write', async (ask) => {
    const { round, complaint } = await openOwnComplaint(services.db, ask.actor, ofComplaint(ask))
    return await sendLetter(services, { round, complaint }, param(ask, 'stage'))
  }),
]

type Letters = Pick<Awaited<ReturnType<typeof openOwnComplaint>>, 'round' | 'complaint'>

/** The reply of a stage as a file. @throws {NotFound} before there is one */
export async function sendLetter(services: Services, { round, complaint }: Letters, stage: string): Promise<Answer> {
  const reply = complaint.replies.find((each) => each.stage === stage)
  if (reply === undefined) throw notFound('letter')
  const letter = complaintLetter(round, complaint, reply, await textsOf(services.db, round))
  const name = `${complaint.reference}-${stage === 'first' ? 'reply' : 'reply-after-review'}.pdf`
  return download({ name, type: 'application/pdf', body: await services.pdf.document(letter) })
}

const ofComplaint = (ask: Ask) => ({
  reference: param(ask, 'reference'),
  number: Number(param(ask, 'number')),
  at: ask.receivedAt,
})

const back = (ask: Ask, flash: string): Answer => {
  const { reference, number } = ofComplaint(ask)
  return seeOther(ownComplaintPath(reference, number), { flash })
}

const typedIn = ({ form }: Ask) => ({
  grounds: form.all('grounds'),
  words: form.text('words'),
  wanted: form.text('wanted'),
})

async function showComplain({ db }: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const reference = param(ask, 'reference')
  const { round, complaints } = await openOwn(db, ask.actor, { reference, at: ask.receivedAt })
  const terms = await termsOf(db, round)
  const lastOn = await lastDayOf(db, round)
  const open = lastOn === null || isoDay(ask.receivedAt) <= lastOn
  return show(
    complainPage({
      reference,
      illustrative: round.illustrative,
      applicationHref: applicationPath(reference),
      contactEmail: round.contactEmail,
      texts: await textsOf(db, round),
      open,
      until:
        lastOn === null
          ? `You can complain until ${terms.windowDays} working days after everybody is told what was decided.`
          : `${open ? 'You can complain' : 'Complaints could be made'} until ${dayInWords(lastOn)}.`,
      promise: `We tell you who within ${terms.acknowledgeDays} working days, and they reply within ${terms.replyDays}.`,
      made: complaints.map((each) => ({
        href: ownComplaintPath(reference, each.number),
        reference: each.reference,
        state: standingOf(each, ask.receivedAt).state,
      })),
      typed: typedIn(ask),
      errors,
      action: complainPath(reference),
      csrf: ask.csrf,
    }),
    { status: errors.length > 0 ? 400 : 200 },
  )
}

async function showOwn(services: Services, ask: Ask, errors: readonly FieldText[]): Promise<Answer> {
  const { db } = services
  const { reference, number, at } = ofComplaint(ask)
  const { round, complaint } = await openOwnComplaint(db, ask.actor, { reference, number, at })
  const path = ownComplaintPath(reference, number)
  const files = await evidenceOf(db, complaint.reference)
  const reviewUntil = lastDayForReview(complaint, await termsOf(db, round))
  const reviewable = complaint.review === null && reviewUntil !== null && isoDay(at) <= reviewUntil
  return show(
    ownComplaintPage({
      illustrative: round.illustrative,
      complaint,
      complainHref: complainPath(reference),
      applicationHref: applicationPath(reference),
      ...standingOf(complaint, at),
      files: storedFileList(files, (file) => `${path}/files/${file}`),
      replies: shownReplies(complaint, await textsOf(db, round), (stage) => `${path}/letters/${stage}`),
      add: isOpen(progressOf(complaint))
        ? {
            messageAction: `${path}/messages`,
            fileAction: `${path}/files`,
            ...evidenceLimits,
            typed: ask.form.text('text'),
          }
        : undefined,
      review: reviewable
        ? {
            action: `${path}/review`,
            until: `You can ask for one until ${dayInWords(reviewUntil)}.`,
            typed: ask.form.text('review'),
          }
        : undefined,
      errors,
      csrf: ask.csrf,
    }),
    { status: errors.length > 0 ? 400 : 200 },
  )
}
