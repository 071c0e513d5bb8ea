/**
 * The messages that the service sends, by what they are about: what people choose the delivery of is a group of them.
 */

/** What messages are about, in the order in which people are asked. */
export const messageGroups = [
  'account',
  'application',
  'round',
  'assessment',
  'decision',
  'review',
  'open-data',
  'experts',
  'network',
  'support',
  'benefits',
  'digest',
] as const

export type MessageGroup = (typeof messageGroups)[number]

/** `group` says what it is about; `must`, that nobody can put it off or turn it off. */
export type MessageFacts = { readonly group: MessageGroup; readonly must: boolean }

const must = (group: MessageGroup): MessageFacts => ({ group, must: true })
const chosen = (group: MessageGroup): MessageFacts => ({ group, must: false })

/**
 * Every kind of message that is named by one word. Sign-in, receipts, deadlines, decisions and requests to sign must be
 * sent at once: somebody loses something if they are late.
 */
const kinds = {
  'sign-in': must('account'),
  authenticator: must('account'),
  'role-given': must('account'),
  'membership-requested': must('account'),
  'membership-decided': must('account'),

  'application-receipt': must('application'),
  'contributor-invitation': must('application'),
  'partner-asked': must('application'),
  'sign-off-asked': must('application'),
  'sign-off-reminder': must('application'),
  'sign-off-signed': chosen('application'),
  'sign-off-declined': must('application'),
  'sign-off-reopened': must('application'),
  'keyed-application': must('application'),
  'keyed-disowned': must('application'),
  'answers-asked': must('application'),
  'deadline-extended': must('application'),
  'deadline-reminder': must('application'),
  'file-refused': must('application'),
  'form-changed': must('application'),
  'page-given': chosen('application'),
  'page-commented': chosen('application'),

  invitation: must('round'),
  'invitation-reminder': must('round'),
  'round-cancelled': must('round'),
  subscription: must('round'),
  // Has its own way out: whoever asked for it may have no account.
  'round-update': must('round'),
  'question-dealt-with': chosen('round'),
  'funder-refused': chosen('round'),

  'assessor-invitation': must('assessment'),
  'scoring-opened': must('assessment'),
  'scoring-reminder': must('assessment'),
  'extra-asked': must('assessment'),
  'glass-broken': must('assessment'),

  'shortlist-told': must('decision'),
  'interview-applicant': must('decision'),
  'interview-panel': must('decision'),
  'interview-kept': chosen('decision'),
  'interview-wish': chosen('decision'),
  'panel-asked': must('decision'),
  'outcome-told': must('decision'),
  'funder-told': must('decision'),
  'feedback-released': must('decision'),
  'debrief-time': must('decision'),
  'debrief-asked': chosen('decision'),
  'debrief-answered': chosen('decision'),
  'award-offered': must('decision'),
  'award-to-sign': must('decision'),
  'award-changed': must('decision'),
  'award-withdrawn': must('decision'),
  'award-accepted': chosen('decision'),
  'award-declined': chosen('decision'),
  'award-declined-for-you': must('decision'),
  'award-terms-declined': chosen('decision'),
  'conditions-due': must('decision'),
  'complaint-received': must('decision'),
  'complaint-made': must('decision'),
  'complaint-acknowledged': must('decision'),
  'complaint-handler': must('decision'),
  'complaint-question': must('decision'),
  'complaint-message': must('decision'),
  'complaint-replied': must('decision'),
  'complaint-found': must('decision'),
  'complaint-review-asked': must('decision'),

  'review-invitation': must('review'),
  'review-weights-asked': chosen('review'),
  'review-scores-asked': chosen('review'),
  'review-file-refused': must('review'),

  'webhook-paused': chosen('open-data'),

  digest: chosen('digest'),
} as const satisfies Record<string, MessageFacts>

/** The areas whose kinds are named in two words, `network.event-changed`: the first is their group. */
const areas = ['experts', 'network', 'support', 'benefits'] as const satisfies readonly MessageGroup[]

type Area = (typeof areas)[number]

/**
 * What of those areas must be sent at once: invitations, deadlines, what somebody has to confirm or answer before things go
 * on, appointments, and measures that can be appealed. The rest is as each person chooses.
 */
const mustOfAreas: ReadonlySet<string> = new Set<`${Area}.${string}`>([
  'experts.invited',
  'experts.booked',
  'network.invited',
  'network.moderated',
  'support.supplier-invited',
  'support.order-withdrawn',
  'support.grant-statement-due',
  'benefits.file-refused',
  'benefits.finance-named',
  'benefits.actuals-sent-back',
  'benefits.return-due',
  'benefits.return-to-confirm',
  'benefits.return-questioned',
])

/** What a message is about, in a word or as area and subject. */
export type MessageKind = keyof typeof kinds | `${Area}.${string}`

/**
 * What a kind is about, and whether it must be sent at once. One that nobody knows any more must.
 *
 * @example messageFacts('page-given') // => { group: 'application', must: false }
 */
export function messageFacts(kind: string): MessageFacts {
  const area = areas.find((each) => kind.startsWith(`${each}.`))
  if (area !== undefined) return { group: area, must: mustOfAreas.has(kind) }
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : must('account')
}

/** The kinds of a group that are named by one word, and what begins the names of its others, if it is an area's. */
export function kindsOf(group: MessageGroup): { readonly named: readonly string[]; readonly area: Area | undefined } {
  const named = Object.entries(kinds).flatMap(([kind, facts]) => (facts.group === group ? [kind] : []))
  return { named, area: areas.find((area) => area === group) }
}

/** The groups of which something can be put off or turned off. */
export const groupsToChoose: readonly MessageGroup[] = messageGroups.filter(
  (group) =>
    group !== 'digest' &&
    (kindsOf(group).area !== undefined || kindsOf(group).named.some((kind) => !messageFacts(kind).must)),
)
