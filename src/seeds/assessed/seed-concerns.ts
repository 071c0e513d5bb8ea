import { decidedIn } from '../../core/awards/index.ts'
import { datesOf, firstTerms, type NewComplaint, type Reply } from '../../core/complaints/index.ts'
import { type Draft, dueOn, type NewRequest } from '../../core/requests/index.ts'
import { addDays, isoDay } from '../../core/time/day.ts'
import { membersOf } from '../../features/accounts/index.ts'
import {
  insertComplaint,
  insertHandler,
  insertMessage,
  insertReply,
} from '../../features/decisions/complaints/complaint-steps.store.ts'
import { complaintByReference } from '../../features/decisions/complaints/complaints.store.ts'
import { recordComplaint } from '../../features/decisions/complaints/record-complaint.ts'
import { decisionOf } from '../../features/decisions/index.ts'
import type { RoundInFund } from '../../features/funds/index.ts'
import { insertDraft } from '../../features/publishing/requests/answers.store.ts'
import { insertRequest } from '../../features/publishing/requests/requests.store.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Services } from '../../platform/services.ts'
import { seedPersonId } from '../people.ts'
import { insertEvents } from './insert-events.ts'

type ToSeed = { readonly round: RoundInFund; readonly programmeId: string }

const day = 86_400_000

const complained: NewComplaint = {
  grounds: ['notice', 'fact'],
  words:
    'We were told on a Friday evening that we were declined, and the letter spoke of two district councils where our application names three.',
  wanted: 'A letter with the right number of councils in it',
}

const reply: Reply = {
  found: [
    {
      ground: 'notice',
      finding: 'not-upheld',
      reasons:
        'The record shows that everybody was told at the same minute, which is the time that the decision names.',
    },
    {
      ground: 'fact',
      finding: 'upheld',
      reasons:
        'The application names three councils. What the panel read names three as well, so that no score rests on it.',
    },
  ],
  remedy: 'We apologise, and have sent a letter with the right number.',
  departure: '',
}

const asked: readonly (Pick<NewRequest, 'kind' | 'from' | 'text' | 'decision'> & { readonly draft: Draft | null })[] = [
  {
    kind: 'foi',
    from: 'A resident of a made-up borough',
    text: 'How many applications were declined, and how did each of them score?',
    decision: true,
    draft: {
      outcome: 'told-in-part',
      answer: 'The number is in the published results. The score of each application is withheld.',
      claimed: [
        {
          id: 's43',
          reason: 'A council that is known to have scored low would be less likely to find partners and suppliers.',
          publicInterest:
            'Anybody can replay the decision from its record, so that telling each score adds little to what is known.',
        },
      ],
    },
  },
  {
    kind: 'written-question',
    from: 'The Member for a made-up constituency',
    text: 'To ask which regions of England received awards in this round.',
    decision: true,
    draft: null,
  },
]

/**
 * What is said of a made-up round once everybody was told: an applicant that was declined complains and is replied to, and
 * two requests wait, one of which has a draft that a second person has to clear.
 */
export async function seedConcerns(tx: Tx, services: Services, { round, programmeId }: ToSeed): Promise<void> {
  const decision = await decisionOf(tx, round.id)
  if (decision === undefined || decision.toldAt === null) throw new Error('the made-up round is not told yet')
  const { toldAt } = decision
  const declined = decidedIn(decision.document).find(({ outcome }) => outcome === 'declined')
  if (declined !== undefined) await seedComplaint(tx, services, { round, programmeId, toldAt, application: declined })
  for (const request of asked) await seedRequest(tx, services, { round, programmeId, toldAt }, request)
}

type Told = ToSeed & { readonly toldAt: Date }
type OfApplication = { readonly id: string; readonly reference: string; readonly leadId: string }

async function seedComplaint(
  tx: Tx,
  services: Services,
  { round, programmeId, toldAt, application }: Told & { readonly application: OfApplication },
): Promise<void> {
  const after = (days: number): Date => new Date(toldAt.getTime() + days * day)
  const reference = `${application.reference}-C1`
  const by = (await membersOf(tx, application.leadId)).find(({ state }) => state === 'confirmed')?.id
  const handlerId = await seedPersonId(tx, services, 'auditor', toldAt)
  if (by === undefined) return
  const made = { number: 1, reference, applicationId: application.id, organisationId: application.leadId }
  const dates = datesOf(isoDay(after(1)), firstTerms)
  await insertComplaint(tx, { ...complained, ...made, ...dates, id: services.newId(), at: after(1), by })
  const complaint = await complaintByReference(tx, reference)
  if (complaint === undefined) throw new Error('the complaint of the seeds was not kept')
  const named = { stage: 'first' as const, personId: handlerId, reason: '' }
  await insertHandler(tx, complaint.id, { ...named, at: after(2), by: programmeId })
  const question = 'Which page of your application names the three councils?'
  await insertMessage(tx, complaint.id, { ofHandler: true, text: question, at: after(3), by: handlerId })
  await insertMessage(tx, complaint.id, { ofHandler: false, text: 'The page about partners.', at: after(4), by })
  await insertReply(tx, complaint.id, { ...reply, stage: 'first', at: after(6), by: handlerId })
  const steps = [
    ['complaint.made', after(1), by],
    ['complaint.handler-named', after(2), programmeId],
    ['complaint.question-asked', after(3), handlerId],
    ['complaint.message-written', after(4), by],
    ['complaint.replied', after(6), handlerId],
  ] as const
  for (const [action, at, who] of steps) await recordComplaint(tx, { round, complaint, at, by: who }, action)
}

async function seedRequest(
  tx: Tx,
  services: Services,
  { round, programmeId: by, toldAt }: Told,
  { kind, from, text, decision, draft }: (typeof asked)[number],
): Promise<void> {
  const at = new Date(toldAt.getTime() + 2 * day)
  const receivedOn = isoDay(at)
  const due = dueOn(kind, receivedOn, addDays(receivedOn, 7)) ?? receivedOn
  const id = services.newId()
  const request = {
    id,
    roundId: round.id,
    kind,
    receivedOn,
    dueOn: due,
    from,
    text,
    applications: [],
    decision,
    at,
    by,
  }
  const number = await insertRequest(tx, request)
  const drafted = new Date(at.getTime() + day)
  if (draft !== null) await insertDraft(tx, id, { ...draft, at: drafted, by })
  await insertEvents(tx, services, round.fundId, [
    { at, action: 'request.logged', actorId: by, objectType: 'request', objectId: id, facts: { number, kind } },
    ...(draft === null
      ? []
      : [
          {
            at: drafted,
            action: 'request.drafted',
            actorId: by,
            objectType: 'request',
            objectId: id,
            facts: { number: 1 },
          },
        ]),
  ])
}
