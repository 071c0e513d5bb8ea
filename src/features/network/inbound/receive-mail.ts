import { type CalendarReply, readCalendarReply } from '../../../core/calendar/index.ts'
import { cutReply } from '../../../core/mail/index.ts'
import { isoDay } from '../../../core/time/day.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Languages } from '../../../platform/languages.ts'
import { type ReceivedMail, readMail } from '../../../platform/mail/read-mail.ts'
import type { Services } from '../../../platform/services.ts'
import { type Person, personById } from '../../accounts/index.ts'
import { type Fund, fundById } from '../../funds/index.ts'
import { takeAnswer } from '../events/answer-event.ts'
import { eventUid } from '../events/send-event.ts'
import { memberOf } from '../members/members.store.ts'
import { threadById } from '../posts/posts.store.ts'
import { addReply } from '../posts/write-post.ts'
import { recordInNetwork } from '../record-network.ts'
import { type MailOutcome, saveMail, takeMessage } from './mails.store.ts'
import { type ReplyAddress, replyAddressBy } from './reply-addresses.store.ts'
import { replyMarker } from './reply-marker.messages.ts'
import { tellOfLeftOut, tellOfRefusal } from './tell-of-refusal.ts'

/** The most that a mail may be: a photograph in a signature fits. */
export const mostMailBytes = 5_000_000

type Became = { readonly outcome: MailOutcome; readonly postId?: string }

/**
 * Takes a mail that came in: an answer to a question, or to an event. One that programs sent by themselves, one whose
 * sender is not the person to whom its address was given, and one that was taken before change nothing.
 *
 * @param content the whole mail
 * @param recipients to whom it was handed over, where that is known; else its headers say
 */
export async function receiveMail(
  services: Services,
  {
    content,
    recipients = [],
    at,
  }: { readonly content: Uint8Array; readonly recipients?: readonly string[]; readonly at: Date },
): Promise<MailOutcome> {
  const mail = await readMail(content)
  if (mail === undefined) return 'unreadable'
  // Without one, the mail itself says which it is.
  const messageSha256 = services.sha256(mail.messageId === '' ? content : mail.messageId)
  return await services.db.transaction().execute(async (tx) => {
    if (!(await takeMessage(tx, messageSha256, at))) return 'duplicate'
    const address = await addressOf(tx, services, [...recipients, ...mail.recipients])
    const became =
      address === undefined
        ? { outcome: 'unknown-address' as const }
        : await answer(tx, services, { mail, address, at })
    await saveMail(tx, {
      messageSha256,
      fundId: address?.fundId ?? null,
      personId: address?.personId ?? null,
      sender: mail.from.slice(0, 300),
      outcome: became.outcome,
      content: address === undefined ? null : content,
      postId: 'postId' in became ? (became.postId ?? null) : null,
      at,
    })
    if (address !== undefined)
      await recordInNetwork(tx, {
        action: 'network.mail-received',
        fundId: address.fundId,
        by: became.outcome === 'other-sender' ? null : address.personId,
        objectType: 'network-mail',
        objectId: messageSha256,
        at,
        facts: { outcome: became.outcome },
      })
    return became.outcome
  })
}

/** Whose answer a mail is, by the addresses that it was sent to. */
async function addressOf(
  tx: Tx,
  { config, sha256 }: Services,
  recipients: readonly string[],
): Promise<ReplyAddress | undefined> {
  const ours = `@${config.inbound?.domain}`
  for (const recipient of recipients) {
    const [, key] = /^reply\+([0-9a-f]{40})@/.exec(recipient.toLowerCase()) ?? []
    if (key === undefined || !recipient.toLowerCase().endsWith(ours)) continue
    const found = await replyAddressBy(tx, sha256(key))
    if (found !== undefined) return found
  }
  return undefined
}

type Answering = { readonly mail: ReceivedMail; readonly address: ReplyAddress; readonly at: Date }

async function answer(tx: Tx, services: Services, { mail, address, at }: Answering): Promise<Became> {
  if (mail.automatic) return { outcome: 'automatic' }
  const person = await personById(tx, address.personId)
  const fund = await fundById(tx, address.fundId)
  if (person === undefined || fund === undefined) return { outcome: 'unknown-address' }
  if (mail.from !== person.email) return { outcome: 'other-sender' }
  const member = await memberOf(tx, { fundId: fund.id, personId: person.id, on: isoDay(at) })
  if (member === undefined) return { outcome: 'no-member' }
  const became =
    address.purpose === 'event'
      ? await answerEventByMail(tx, services, { mail, address, fund, person, at })
      : member.accepted
        ? await answerThreadByMail(tx, services, { mail, address, fund, person, at })
        : ({ outcome: 'conduct-first' } as const)
  await tellOfRefusal(tx, services, { fund, person, outcome: became.outcome })
  return became
}

type ForSomebody = Answering & { readonly fund: Fund; readonly person: Person }

const readerOf = ({ id, name, email }: Person) => ({ personId: id, name, email })

/** The line above which one writes, in each language in which a mail may have gone. */
const markersIn = (languages: Languages): readonly string[] => [
  replyMarker(),
  ...languages.map(({ say }) => say(replyMarker)()),
]

async function answerThreadByMail(
  tx: Tx,
  services: Services,
  { mail, address, fund, person, at }: ForSomebody,
): Promise<Became> {
  const thread = await threadById(tx, address.objectId)
  if (thread === undefined || thread.fundId !== fund.id) return { outcome: 'unknown-address' }
  const { kept: text } = cutReply(mail.text, markersIn(services.languages))
  const result = await addReply(tx, services, { fund, thread, person: readerOf(person), text, via: 'mail', at })
  if (result.ok) {
    await tellOfLeftOut(tx, services, { fund, person, thread: thread.id, files: mail.files })
    return { outcome: 'posted', postId: result.value }
  }
  return { outcome: result.problems.some(({ code }) => code === 'too-long') ? 'too-long' : 'nothing-written' }
}

const answers: Readonly<Record<CalendarReply['answer'], 'going' | 'declined' | undefined>> = {
  ACCEPTED: 'going',
  DECLINED: 'declined',
  // Perhaps is no answer: nobody keeps a place for it.
  TENTATIVE: undefined,
}

async function answerEventByMail(
  tx: Tx,
  services: Services,
  { mail, address, fund, person, at }: ForSomebody,
): Promise<Became> {
  const reply = readCalendarReply(mail.calendar)
  if (reply === undefined || reply.uid !== eventUid(services, address.objectId)) return { outcome: 'nothing-written' }
  if (reply.attendee !== person.email) return { outcome: 'other-sender' }
  const said = answers[reply.answer]
  if (said === undefined) return { outcome: 'nothing-written' }
  const result = await takeAnswer(tx, services, {
    fund,
    person: readerOf(person),
    eventId: address.objectId,
    answer: said,
    via: 'mail',
    at,
  })
  return { outcome: result.ok ? 'event-answered' : 'event-over' }
}
