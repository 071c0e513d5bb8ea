import {
  schemaDay as day,
  schemaFlag as flag,
  schemaHash as hash,
  schemaInstant as instant,
  type Json,
  listOf,
  orNull,
  schemaText as text,
  schemaWhole as whole,
} from '../canonical/index.ts'

const person = orNull(text)
const when = orNull(instant)
const anything: Json = {}

/** The lists of a pack about who was asked to apply, who signed, and what came after telling. */
export const concernParts = {
  'invitations.json': {
    title: 'Which authorities were invited to apply, and what they said',
    item: {
      organisationId: text,
      organisation: text,
      invitedAt: instant,
      by: person,
      sentAt: when,
      remindedAt: when,
      response: text,
      respondedAt: when,
    },
  },
  'sign-offs.json': {
    title: 'Who was asked to sign an application, and every signature with the hashes of what was signed',
    item: {
      reference: text,
      kind: text,
      organisationId: text,
      state: text,
      askedAt: instant,
      askedBy: person,
      reason: text,
      decidedAt: when,
      decidedBy: person,
      number: orNull(whole),
      name: orNull(text),
      jobTitle: orNull(text),
      statement: orNull(text),
      readStatement: orNull(text),
      readLanguage: orNull(text),
      shownSha256: orNull(hash),
      contentSha256: orNull(hash),
      materialSha256: orNull(hash),
      signedAt: when,
      signedBy: person,
      counts: flag,
    },
  },
  'debriefs.json': {
    title:
      'Debriefs: what applicants wanted to discuss, the times that were proposed, what was noted and what came of it',
    item: {
      reference: text,
      state: text,
      askedAt: instant,
      askedBy: person,
      wants: text,
      times: text,
      proposed: anything,
      notes: anything,
      outcome: orNull(text),
      answer: text,
      closedAt: when,
      closedBy: person,
    },
  },
  'complaints.json': {
    title: 'Complaints: the grounds, who looked at each, what was said, found and put right',
    item: {
      reference: text,
      complaint: text,
      organisationId: text,
      grounds: listOf(text),
      words: text,
      wanted: text,
      madeAt: instant,
      madeBy: person,
      acknowledgeBy: day,
      replyBy: day,
      review: anything,
      handlers: anything,
      messages: anything,
      replies: anything,
    },
  },
} as const
