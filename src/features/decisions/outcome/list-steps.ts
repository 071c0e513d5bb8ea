import { ukTime } from '../../../core/time/uk-time.ts'
import { type Access, type CameLine, receiptPath, type WhatCame } from '../../applications/index.ts'
import { outcomePath } from '../../assessment/index.ts'
import { awardPath } from '../awarding/awarding.paths.ts'
import { ownFeedbackPath } from '../feedback/feedback.paths.ts'
import { ownInterviewPath } from '../interviewing/interviewing.paths.ts'
import { decidedPath } from './outcome.paths.ts'
import { type CameOf, cameOf } from './outcome.store.ts'

type Of = { readonly reference: string; readonly access: Access; readonly shortlisted?: boolean | undefined }
type Step = Pick<CameLine, 'title' | 'link'> & { readonly at: Date | null }

/**
 * What came of an application, in the order of time, with where it is to be seen: an award by the people of its lead.
 *
 * @param of `shortlisted` where the reader is told so in one line
 */
export const listSteps = (came: CameOf, of: Of): readonly CameLine[] =>
  stepsIn(came, of)
    .flatMap(({ at, ...step }) => (at === null ? [] : [{ at, ...step }]))
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, ...step }) => ({ ...step, time: ukTime(at), datetime: at.toISOString() }))

function stepsIn(came: CameOf, { reference, access, shortlisted }: Of): readonly Step[] {
  const award = access === 'write' ? awardPath(reference) : undefined
  const link = (text: string, href: string | undefined) => (href === undefined ? {} : { link: { text, href } })
  const decided = came.letterTitle !== null
  return [
    { at: came.receivedAt, title: 'Received', ...link('The receipt', receiptPath(reference)) },
    {
      at: came.shortlistToldAt,
      title: shortlistTitle(shortlisted),
      ...link('What came of the shortlist', `${outcomePath(reference)}#shortlist`),
    },
    { at: came.interviewAt, title: 'Interview', ...link('Your interview', ownInterviewPath(reference)) },
    {
      at: decided ? came.decisionToldAt : null,
      title: came.letterTitle ?? '',
      ...link('The letter', decidedPath(reference)),
    },
    { at: came.feedbackAt, title: 'Feedback', ...link('Read the feedback', ownFeedbackPath(reference)) },
    {
      at: came.awardAnsweredAt ?? came.awardOfferedAt,
      title: awardTitle(came),
      ...link(came.awardState === 'offered' ? 'Read and sign the agreement' : 'The award', award),
    },
  ]
}

const shortlistTitle = (shortlisted: boolean | undefined): string =>
  shortlisted === undefined
    ? 'Applicants are told of the shortlist'
    : shortlisted
      ? 'On the shortlist'
      : 'Not on the shortlist'

const awardTitle = ({ awardState }: CameOf): string =>
  awardState === 'offered' ? 'The award waits for the council’s signatures' : `The award is ${awardState}`

/** The same for the pages of an application itself, without that it was received. */
export const whatCame: WhatCame = async (db, { id, reference, access }) => {
  const came = await cameOf(db, id)
  return came === undefined ? [] : listSteps({ ...came, receivedAt: null }, { reference, access })
}
