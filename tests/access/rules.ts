import { everyone, type Name, type Person, people, type Side } from './cast.ts'

/** Whose the thing is that an address names: of our fund or authority, of another, or of a round not yet public. */
export type Whose = Side | 'prepared'

/** Who is let in, and what those are told who might be if only they signed in or passed the second step. */
export type Rule = Readonly<Record<Whose, readonly Name[]>> & {
  /** What a visitor is told who is not let in. */
  readonly visitor: 'sign-in' | 'not-found'
  /** Who is asked for the second step, whatever the address names. */
  readonly secondStep: readonly Person[]
}

const nobody: readonly Name[] = []
const fundReaders = ['team', 'funder', 'panelMember', 'decisionMaker', 'auditor'] as const
const staff = { visitor: 'sign-in', prepared: nobody } as const
const asIfByObject = { visitor: 'sign-in', secondStep: [], prepared: nobody } as const

/**
 * The permissions and the rules about objects, written by hand from what the roles are for. The programme knows nothing
 * of this table: where they differ, one of them is wrong.
 */
export const rules = {
  anyone: { ours: everyone, theirs: everyone, prepared: fundReaders, visitor: 'not-found', secondStep: [] },
  // What is told to everyone once it is told; before that it is there for nobody.
  anyoneOncePublished: { ours: everyone, theirs: everyone, prepared: nobody, visitor: 'not-found', secondStep: [] },
  // What is not set up here is there for nobody.
  nobodyHere: { ours: nobody, theirs: nobody, prepared: nobody, visitor: 'not-found', secondStep: [] },
  anyoneSignedIn: { ours: people, theirs: people, prepared: fundReaders, visitor: 'sign-in', secondStep: [] },

  // To whom a message was sent.
  addressee: { ...asIfByObject, ours: ['member'], theirs: ['outsider'] },

  // Whose application it is. Holding a role on the fund opens none.
  lead: { ...asIfByObject, ours: ['member'], theirs: ['outsider'] },
  leadOrPartner: { ...asIfByObject, ours: ['member', 'partnerAsked', 'partnerAccepted'], theirs: ['outsider'] },
  // Who has declined is told so, and sees nothing of the application.
  partnerOrDeclined: {
    ...asIfByObject,
    ours: ['partnerAsked', 'partnerAccepted', 'partnerDeclined'],
    theirs: nobody,
  },
  partnerOfTarnshire: { ...asIfByObject, ours: ['partnerAsked'], theirs: nobody },

  // A sign-off: of the partner that has accepted, and of the lead to look.
  leadOrMarlbury: { ...asIfByObject, ours: ['member', 'partnerAccepted'], theirs: nobody },
  leadOfMarlbury: { ...asIfByObject, ours: ['member'], theirs: nobody },
  // Writing: people of the lead, and of a partner that has accepted.
  leadOrAccepted: { ...asIfByObject, ours: ['member', 'partnerAccepted'], theirs: ['outsider'] },
  signerOfMarlbury: { ...asIfByObject, ours: ['partnerAccepted'], theirs: nobody },

  // Who works on a strategic review: those named in it, whatever they are on a fund.
  worksOnReview: { ...asIfByObject, ours: ['member'], theirs: ['outsider'] },

  // An expert panel: the stranger is on it, in either fund; the lead holds an award of it.
  ofPanel: {
    ...asIfByObject,
    ours: ['stranger', 'member', 'team', 'funder', 'auditor'],
    theirs: ['stranger', 'outsider', 'teamElsewhere', 'funderElsewhere', 'auditorElsewhere'],
  },
  expertOfPanel: { ...asIfByObject, ours: ['stranger'], theirs: ['stranger'] },
  holdsAward: { ...asIfByObject, ours: ['member'], theirs: ['outsider'] },
  asksOrAdvises: { ...asIfByObject, ours: ['stranger', 'member'], theirs: ['stranger', 'outsider'] },
  takesPartInQuestion: {
    ...asIfByObject,
    ours: ['stranger', 'member', 'team'],
    theirs: ['stranger', 'outsider', 'teamElsewhere'],
  },
  // Who works for a supplier of the fund, and is nobody else.
  suppliesSupport: { ...asIfByObject, ours: ['stranger'], theirs: ['waitingMember'] },
  // Who is in the network of a fund: an expert, somebody invited, and its team once it has proven itself.
  inNetwork: {
    ...asIfByObject,
    ours: ['stranger', 'member', 'team'],
    theirs: ['stranger', 'outsider', 'teamElsewhere'],
  },
  // What came of an award: the council that holds it, and those who may look at what the fund awarded.
  seesBenefits: {
    ...asIfByObject,
    ours: ['member', 'team', 'funder', 'auditor'],
    theirs: ['outsider', 'teamElsewhere', 'funderElsewhere', 'auditorElsewhere'],
  },

  // Who assesses in the round: what they say of themselves.
  assessorOfRound: { ...asIfByObject, ours: ['assessor'], theirs: nobody },
  nobodyUntilBidding: { ...asIfByObject, ours: nobody, theirs: nobody },

  // Who says who works for an authority: its own people and any programme team.
  colleague: {
    ...asIfByObject,
    ours: ['member', 'team', 'teamElsewhere'],
    theirs: ['outsider', 'team', 'teamElsewhere'],
  },
  // Where there is nothing yet: those who might look are asked for the second step, and find nothing.
  nothingForStaff: { ...staff, ours: nobody, theirs: nobody, secondStep: ['teamUnproven'] },
  anyTeam: {
    ...staff,
    ours: ['team', 'teamElsewhere'],
    theirs: ['team', 'teamElsewhere'],
    secondStep: ['teamUnproven'],
  },

  // Who holds which role on the fund.
  anyRole: {
    ...staff,
    ours: [
      'team',
      'teamElsewhere',
      'funder',
      'funderElsewhere',
      'decisionMaker',
      'auditor',
      'auditorElsewhere',
      'assessor',
      'panelMember',
      'administrator',
    ],
    theirs: nobody,
    secondStep: ['teamUnproven', 'administratorUnproven'],
  },
  readsFund: {
    ...staff,
    ours: fundReaders,
    theirs: ['teamElsewhere', 'funderElsewhere', 'auditorElsewhere'],
    secondStep: ['teamUnproven'],
  },
  runsFund: { ...staff, ours: ['team'], theirs: ['teamElsewhere'], secondStep: ['teamUnproven'] },
  speaksForFunder: { ...staff, ours: ['funder'], theirs: ['funderElsewhere'], secondStep: [] },
  staffsFund: {
    ...staff,
    ours: ['team', 'administrator'],
    theirs: ['teamElsewhere', 'administrator'],
    secondStep: ['teamUnproven', 'administratorUnproven'],
  },
  namesPeople: {
    ...staff,
    ours: ['team', 'funder', 'administrator'],
    theirs: ['teamElsewhere', 'funderElsewhere', 'administrator'],
    secondStep: ['teamUnproven', 'administratorUnproven'],
  },
  readsPanel: {
    ...staff,
    ours: ['team', 'funder', 'auditor'],
    theirs: ['teamElsewhere', 'funderElsewhere', 'auditorElsewhere'],
    secondStep: ['teamUnproven'],
  },
  readsApplications: {
    ...staff,
    ours: ['team', 'auditor'],
    theirs: ['teamElsewhere', 'auditorElsewhere'],
    secondStep: ['teamUnproven'],
  },
  // Those alone who did not run the fund.
  audits: { ...staff, ours: ['auditor'], theirs: ['auditorElsewhere'], secondStep: [] },
  readsSupport: {
    ...staff,
    ours: ['team', 'funder', 'auditor'],
    theirs: ['teamElsewhere', 'funderElsewhere', 'auditorElsewhere'],
    secondStep: ['teamUnproven'],
  },
  readsAssessment: {
    ...staff,
    ours: ['team', 'panelMember', 'decisionMaker', 'auditor'],
    theirs: ['teamElsewhere', 'auditorElsewhere'],
    secondStep: ['teamUnproven'],
  },
  /** On the panel of the round that interviews. */
  sitsOnPanel: { ...staff, ours: ['panelMember'], theirs: nobody, secondStep: [] },
  scores: { ...staff, ours: ['assessor'], theirs: nobody, secondStep: [] },
  runsAssessment: { ...staff, ours: ['team'], theirs: ['teamElsewhere'], secondStep: ['teamUnproven'] },
  recommendsOrDecides: {
    ...staff,
    ours: ['team', 'panelMember', 'decisionMaker'],
    theirs: ['teamElsewhere'],
    secondStep: ['teamUnproven'],
  },
  decides: { ...staff, ours: ['decisionMaker'], theirs: nobody, secondStep: [] },
  // A complaint: whoever was named to look at it, and those who read all of them.
  looksAtComplaint: { ...staff, ours: ['decisionMaker'], theirs: nobody, secondStep: ['teamUnproven'] },
  readsComplaint: {
    ...staff,
    ours: ['team', 'decisionMaker', 'auditor'],
    theirs: ['teamElsewhere', 'auditorElsewhere'],
    secondStep: ['teamUnproven'],
  },
  moderates: { ...staff, ours: ['team', 'panelMember'], theirs: ['teamElsewhere'], secondStep: ['teamUnproven'] },
  notifies: {
    ...staff,
    ours: ['team', 'teamElsewhere', 'administrator'],
    theirs: ['team', 'teamElsewhere', 'administrator'],
    secondStep: ['teamUnproven', 'administratorUnproven'],
  },
  looksAfterService: {
    ...staff,
    ours: ['administrator'],
    theirs: ['administrator'],
    secondStep: ['administratorUnproven'],
  },
} as const satisfies Record<string, Rule>

export type RuleName = keyof typeof rules

/** What somebody meets at a door. */
export type Outcome = 'in' | 'sign-in' | 'second-step' | 'not-found'

/** What the rule says of this person and this object. */
export function expected(name: Name, rule: Rule, whose: Whose): Outcome {
  if (rule[whose].includes(name)) return 'in'
  if (name === 'visitor') return rule.visitor
  return rule.secondStep.includes(name) ? 'second-step' : 'not-found'
}
