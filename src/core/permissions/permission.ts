import type { Actor, HeldRole, Role } from './actor.ts'

type Grant = 'anyone' | 'signed-in' | 'evaluation' | readonly Role[]

/**
 * What may be done, and who may do it. Every route names one of these. `signed-in` routes still ask, in the action,
 * whether the thing asked for is this person's; a role counts for its own fund only.
 */
export const grants = {
  /** Anyone, signed in or not. */
  public: 'anyone',
  /** Anyone, but only while the service is being evaluated: no mail and no public address. */
  evaluation: 'evaluation',
  /** Anyone signed in; the action asks whose it is. */
  'signed-in': 'signed-in',
  /** Read and write an application: people of its lead, and of its partners as far as they may; the action asks. */
  'application:write': 'signed-in',
  /** See the funds on which one has a role; the action shows no others, but all of them to an administrator. */
  'fund:list': ['programme-team', 'funder', 'assessor', 'panel-member', 'decision-maker', 'auditor', 'administrator'],
  /** See how a fund is set up. */
  'fund:read': ['programme-team', 'funder', 'panel-member', 'decision-maker', 'auditor'],
  /** Set a fund and its rounds up, and run them. */
  'fund:edit': ['programme-team'],
  /** Approve for one funder what goes out in its name. */
  'fund:approve': ['funder'],
  /** Answer the questions that people ask about a round. */
  'clarification:answer': ['programme-team'],
  /** See what was sent in. Not the people who will decide, before the rules are sealed. */
  'application:list': ['programme-team', 'auditor'],
  /** Run the assessment of a round: sift, ask assessors, assign, open and close scoring. */
  'assessment:run': ['programme-team'],
  /** Look at how a round is assessed. What others scored is shown to nobody before scoring has closed. */
  'assessment:read': ['programme-team', 'panel-member', 'decision-maker', 'auditor'],
  /** Moderate scores, and decide on the shortlist, with reasons. */
  'assessment:moderate': ['programme-team', 'panel-member'],
  /** Score what one is given: an assessor of the fund; the action asks whether it is theirs. */
  'assessment:score': ['assessor'],
  /** Run the interviews of a round: the panel, its sessions, the timetable, the questions, who came. */
  'interview:run': ['programme-team'],
  /** Sit on the panel of a round: say when one can come, and score; the action asks whether one is on it. */
  'interview:score': ['panel-member'],
  /** See where the decisions of a round stand. */
  'decision:read': ['programme-team', 'panel-member', 'decision-maker', 'auditor'],
  /** Try portfolios and recommend awards, after declaring conflicts. */
  'decision:recommend': ['programme-team', 'panel-member'],
  /** Decide on awards, or record for whoever decides; the action asks for declared conflicts. */
  'decision:decide': ['decision-maker'],
  /** Log requests for information about a round, answer them and publish the answers. */
  'request:answer': ['programme-team'],
  /** Put the results of a round before the public, and publish them anew. */
  'results:publish': ['programme-team'],
  /** Approve what applicants are told of how they were judged; the action asks that it is not one’s own text. */
  'feedback:approve': ['programme-team', 'panel-member'],
  /** Read the evidence of a round: its pack, its trail and the samples that were drawn of it. */
  'evidence:read': ['programme-team', 'auditor'],
  /** Draw samples of a round and write down what was found: those alone who did not run it. */
  'evidence:sample': ['auditor'],
  /** Offer awards, change and withdraw them, and tell what was decided. */
  'award:run': ['programme-team'],
  /** Look at a complaint, or read it as an auditor; the action asks whether one was named to. */
  'complaint:handle': ['programme-team', 'funder', 'panel-member', 'decision-maker', 'auditor'],
  /** Work on a strategic review: its people, each as far as their part in it; the action asks. */
  'review:work': 'signed-in',
  /** Run the expert panel of a fund: invite, offer requests, publish advice. */
  'experts:run': ['programme-team'],
  /** See who is on the expert panel of a fund, what is asked of it and what it costs. */
  'experts:read': ['programme-team', 'funder', 'auditor'],
  /** Ask an expert, or be one; the action asks whether this person holds an award of the fund or is on its panel. */
  'experts:work': 'signed-in',
  /** See the support that a fund buys: suppliers, orders and what was spent. */
  'support:read': ['programme-team', 'funder', 'auditor'],
  /** Buy support: lots, suppliers, orders; accept what was delivered and approve invoices. */
  'support:run': ['programme-team'],
  /** Take part in support: a council that holds an award, or a supplier; the action asks. */
  'support:work': 'signed-in',
  /** Take part in the network of a fund: its members; the action asks. */
  'network:take-part': 'signed-in',
  /** Run the network of a fund: invite, hold events, moderate, review resources. */
  'network:run': ['programme-team'],
  /** Look at what came of the awards of a fund. */
  'benefits:read': ['programme-team', 'funder', 'auditor'],
  /** Read the returns of councils, ask back, accept and publish them. */
  'benefits:run': ['programme-team'],
  /** Write and confirm what came of an award: its council, and whoever is named for its finance; the action asks. */
  'benefits:work': 'signed-in',
  /** Confirm who works for an organisation: a member of it (the action asks) or any programme team. */
  'membership:decide': 'signed-in',
  /** Give and end roles on a fund; the action says which. A funder's representative names others of that funder. */
  'role:assign': ['programme-team', 'administrator', 'funder'],
  /** Put a notice on every page of the service, such as that it will be down. */
  'service:notify': ['programme-team', 'administrator'],
  /** Look after the service itself: the register, new funds, messages. */
  'service:administer': ['administrator'],
} as const satisfies Record<string, Grant>

export type Permission = keyof typeof grants

export const permissions = Object.keys(grants) as Permission[]

/** Why somebody is let through, or not. */
export type Verdict = 'allowed' | 'sign-in-first' | 'second-step-first' | 'hidden'

/**
 * Whether this route may be tried at all by this person, before anything is loaded: they hold a role that grants it on
 * some fund. The action then asks {@link may} about the fund at hand.
 *
 * @example admits(visitor, 'fund:edit', false) // => 'sign-in-first'
 */
export function admits(actor: Actor, permission: Permission, evaluation: boolean): Verdict {
  const grant: Grant = grants[permission]
  if (grant === 'anyone') return 'allowed'
  if (grant === 'evaluation') return evaluation ? 'allowed' : 'hidden'
  if (actor.kind === 'visitor') return 'sign-in-first'
  if (grant === 'signed-in') return 'allowed'
  if (!actor.heldRoles.some(({ role }) => grant.includes(role))) return 'hidden'
  return actor.secondStep === 'passed' ? 'allowed' : 'second-step-first'
}

/**
 * Whether this person may do this on that fund (null: on the service). Roles count only when the second step is passed.
 *
 * @example may(visitor, 'public', null) // => true
 */
export function may(actor: Actor, permission: Permission, fundId: string | null): boolean {
  const grant: Grant = grants[permission]
  if (grant === 'anyone') return true
  if (grant === 'evaluation' || actor.kind === 'visitor') return false
  if (grant === 'signed-in') return true
  return actor.secondStep === 'passed' && actor.heldRoles.some((held) => covers(held, grant, fundId))
}

function covers(held: HeldRole, grant: readonly Role[], fundId: string | null): boolean {
  return grant.includes(held.role) && (held.role === 'administrator' || (fundId !== null && held.fundId === fundId))
}

/** The funds on which this person holds a role that grants this. */
export function fundsWith(actor: Actor, permission: Permission): readonly string[] {
  if (actor.kind === 'visitor') return []
  const funds = actor.heldRoles.map(({ fundId }) => fundId).filter((fundId) => fundId !== null)
  return [...new Set(funds)].filter((fundId) => may(actor, permission, fundId))
}
