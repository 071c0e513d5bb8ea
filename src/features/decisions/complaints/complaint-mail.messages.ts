import { dayInWords, type IsoDay } from '../../../core/time/day.ts'
import { managedComplaintPath, ownComplaintPath } from './complaints.paths.ts'

/** What every message about a complaint says of it. */
export type AboutComplaint = {
  readonly reference: string
  readonly number: number
  /** The reference of the application. */
  readonly application: string
  readonly fund: { readonly name: string; readonly slug: string }
  readonly round: { readonly name: string; readonly slug: string }
  readonly origin: string
}

type Mail = { readonly subject: string; readonly body: string }

/** No message holds what was complained of: that is read behind a sign-in. */
export const mail = (
  subject: string,
  { fund, round, application }: AboutComplaint,
  ...parts: readonly string[]
): Mail => ({
  subject: `${subject}: ${fund.name}`,
  body: [`This is about a complaint about application ${application} to ${fund.name}, ${round.name}.`, ...parts].join(
    '\n\n',
  ),
})

const ownLink = ({ origin, application, number }: AboutComplaint): string =>
  `Read it here:\n${origin}${ownComplaintPath(application, number)}`

/** Where those who deal with it read it. */
export const managedLink = ({ origin, fund, round, reference }: AboutComplaint): string =>
  `${origin}${managedComplaintPath(fund.slug, round.slug, reference)}`

/** That a complaint came in, to whoever complained. */
export const receivedMail = (
  about: AboutComplaint & { readonly acknowledgeBy: IsoDay; readonly replyBy: IsoDay },
): Mail =>
  mail(
    `We have your complaint ${about.reference}`,
    about,
    `Its reference is ${about.reference}.`,
    `Somebody who was not involved in the application is named to look at it by ${dayInWords(about.acknowledgeBy)}, and replies by ${dayInWords(about.replyBy)}.`,
    `You can add files and write more. ${ownLink(about)}`,
  )

/** The same to the programme team. */
export const madeMail = (about: AboutComplaint & { readonly acknowledgeBy: IsoDay }): Mail =>
  mail(
    `Complaint ${about.reference} has come in`,
    about,
    `Name somebody who was not involved to look at it, by ${dayInWords(about.acknowledgeBy)}:\n${managedLink(about)}`,
  )

/** That somebody looks at it, to whoever complained. */
export const acknowledgedMail = (
  about: AboutComplaint & { readonly handler: string; readonly replyBy: IsoDay },
): Mail =>
  mail(
    `${about.handler} looks at your complaint ${about.reference}`,
    about,
    `${about.handler} was not involved in the application and replies by ${dayInWords(about.replyBy)}. They may ask you questions.`,
    ownLink(about),
  )

/** The same to whoever was named. */
export const namedMail = (about: AboutComplaint & { readonly replyBy: IsoDay }): Mail =>
  mail(
    `You are asked to look at complaint ${about.reference}`,
    about,
    'You are named because no record shows that you were involved in the application. If you were, tell the programme team before you read on.',
    `Reply by ${dayInWords(about.replyBy)}:\n${managedLink(about)}`,
  )

/** That whoever looks at it asks something. */
export const askedMail = (about: AboutComplaint): Mail =>
  mail(
    `A question about your complaint ${about.reference}`,
    about,
    `The person looking at your complaint has a question for you. ${ownLink(about)}`,
  )

/** That whoever complained wrote something. */
export const answeredMail = (about: AboutComplaint): Mail =>
  mail(
    `There is a message about complaint ${about.reference}`,
    about,
    `The person who complained wrote:\n${managedLink(about)}`,
  )

/** That a review is asked for, to the programme team. */
export const reviewMail = (about: AboutComplaint & { readonly replyBy: IsoDay }): Mail =>
  mail(
    `A review of complaint ${about.reference} is asked for`,
    about,
    `Name somebody who was involved neither in the application nor in the first reply. They reply by ${dayInWords(about.replyBy)}:\n${managedLink(about)}`,
  )

/** The reply in full, to whoever complained. */
export const repliedMail = (about: AboutComplaint & { readonly letter: readonly string[] }): Mail =>
  mail(`Our reply to your complaint ${about.reference}`, about, ...about.letter, ownLink(about))

/** That a file cannot be opened, to whoever added it. */
export const refusedFileMail = (about: AboutComplaint & { readonly file: string }): Mail =>
  mail(
    `A file of your complaint ${about.reference} cannot be used`,
    about,
    `“${about.file}” has a virus, or could not be checked for viruses, so nobody can open it. Add a clean copy if you have one. ${ownLink(about)}`,
  )
