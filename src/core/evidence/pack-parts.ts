import {
  schemaDay as day,
  exactly,
  schemaFlag as flag,
  schemaHash as hash,
  schemaInstant as instant,
  type Json,
  listOf,
  orNull,
  schemaText as text,
  schemaWhole as whole,
} from '../canonical/index.ts'
import { concernParts } from './concern-parts.ts'

/** A file of the pack that is a list: what it holds, in words, and the members of what is in it. */
export type PackPart = {
  readonly title: string
  readonly item: Readonly<Record<string, Json>>
}

const anything: Json = {}
const points = orNull({ type: 'number' })
const pounds = orNull(whole)
const person = orNull(text)
const when = orNull(instant)
const onDay = orNull(day)
const texts = listOf(text)

/** The lists in a pack, by the names of their files, in the order in which they are read. People stand under their ids. */
export const packParts = {
  'round.json': {
    title: 'The fund and the round as they are',
    item: {
      id: text,
      fund: text,
      fundSlug: text,
      name: text,
      slug: text,
      illustrative: flag,
      awardType: text,
      budgetPounds: whole,
      places: whole,
      capPounds: whole,
      seniorOfficer: text,
      publishedAt: when,
      opensAt: when,
      questionsCloseAt: when,
      deadlineAt: when,
      siftedOn: onDay,
      shortlistOn: onDay,
      interviewsFromOn: onDay,
      interviewsToOn: onDay,
      decisionsOn: onDay,
      startsOn: onDay,
      cancelledAt: when,
      cancelledReason: text,
    },
  },
  'timetable-changes.json': {
    title: 'Every change of the timetable and of the round, who made it and what it changed',
    item: { at: instant, by: person, action: text, facts: anything },
  },
  'deadline-extensions.json': {
    title: 'More time that was given, to everyone or to one application, with the reason',
    item: {
      reference: orNull(text),
      kind: text,
      reason: text,
      notice: text,
      fromAt: instant,
      deadlineAt: instant,
      givenAt: instant,
      by: person,
    },
  },
  'rules.json': {
    title: 'The sealed rules, every version with its reason: “text” is what was hashed',
    item: {
      version: whole,
      sha256: hash,
      previousSha256: orNull(hash),
      reason: text,
      sealedAt: instant,
      by: person,
      text,
    },
  },
  'forms.json': {
    title: 'The versions of the form on which applications were written',
    item: { id: text, number: whole, sha256: hash, publishedAt: when, definition: anything },
  },
  'applications.json': {
    title: 'Every application that was submitted, how far it came and its outcome',
    item: {
      id: text,
      reference: text,
      lead: text,
      leadId: text,
      kind: text,
      region: text,
      state: text,
      submittedAt: when,
      eligibility: text,
      eligibilityReason: text,
      scope: text,
      scopeReason: text,
      reviews: whole,
      shortlisted: flag,
      interviewed: flag,
      outcome: orNull(text),
      award: orNull(text),
    },
  },
  'submissions.json': {
    title: 'What was sent in, version by version, with its receipt: “sha256” is of the canonical JSON of “content”',
    item: {
      reference: text,
      number: whole,
      receivedAt: instant,
      by: person,
      sha256: hash,
      outcome: orNull(text),
      withdrawnAt: when,
      content: anything,
    },
  },
  'readings.json': {
    title: 'Who read which scores when: of one application, or of many on one page',
    item: { at: instant, by: person, action: text, reference: orNull(text), facts: anything },
  },
  'interviews/panel.json': {
    title: 'The panel that interviewed',
    item: { personId: text, chair: flag, expertise: texts, addedAt: instant, endedAt: when },
  },
  'interviews/places.json': {
    title: 'The interview timetable and the panel for each interview, version by version',
    item: {
      reference: text,
      number: whole,
      startsAt: when,
      endsAt: when,
      place: text,
      memberIds: texts,
      recusedIds: texts,
      run: orNull(whole),
      reason: text,
      publishedAt: instant,
      by: person,
    },
  },
  'interviews/answers.json': {
    title: 'What applicants said to their times',
    item: {
      reference: text,
      number: whole,
      placeNumber: whole,
      answer: text,
      reason: text,
      saidAt: instant,
      by: person,
    },
  },
  'interviews/absences.json': {
    title: 'Who did not come to an interview',
    item: {
      reference: text,
      number: whole,
      personId: person,
      absent: flag,
      reason: text,
      recordedAt: instant,
      by: person,
    },
  },
  'interviews/questions.json': {
    title: 'The questions that were asked of all, and of one',
    item: {
      reference: orNull(text),
      place: whole,
      question: text,
      criterionId: text,
      writtenAt: instant,
      by: person,
      removedAt: when,
    },
  },
  'interviews/scores.json': {
    title: 'Every score of an interview as it was saved; empty before interviews have closed',
    item: {
      reference: text,
      personId: text,
      state: text,
      submittedAt: when,
      rulesSha256: text,
      criterionId: text,
      version: whole,
      points,
      comment: text,
      savedAt: instant,
    },
  },
  'decision/declarations.json': {
    title: 'Conflicts that those who recommend and decide declared',
    item: {
      personId: text,
      number: whole,
      stage: text,
      applicationIds: texts,
      statement: text,
      declaredAt: instant,
      decider: text,
      evidence: text,
      takenBackFor: text,
    },
  },
  'decision/portfolios-tried.json': {
    title: 'Portfolios that were tried with a card moved, and why; their cases are runs in the assessment',
    item: { run: whole, name: text, reason: text },
  },
  'decision/choices.json': {
    title: 'Each decision that departed from what was proposed or recommended, version by version',
    item: {
      reference: text,
      stage: text,
      number: whole,
      outcome: text,
      pounds,
      reservePlace: orNull(whole),
      rule: text,
      reason: text,
      decidedAt: instant,
      by: person,
    },
  },
  'decision/recommendation.json': {
    title: 'The recommendation of the panel as it was frozen: “outcomes” is what was hashed',
    item: { run: whole, sha256: hash, frozenAt: instant, by: person, outcomes: text },
  },
  'decision/notes.json': {
    title: 'The note of the accounting officer, version by version',
    item: {
      number: whole,
      regularity: text,
      propriety: text,
      valueForMoney: text,
      feasibility: text,
      officer: text,
      savedAt: instant,
      by: person,
    },
  },
  'decision/submissions.json': {
    title: 'The submission to the decision maker, version by version',
    item: { number: whole, summary: text, options: text, linesToTake: text, savedAt: instant, by: person },
  },
  'decision/approvals.json': {
    title: 'What funders approved, by its hash',
    item: { funderId: text, subject: text, sha256: hash, approvedAt: instant, by: person },
  },
  'decision/funders-told.json': {
    title: 'Whom of the funders was told of the decision before applicants were',
    item: { funderId: text, personId: text, sha256: hash, toldAt: instant, by: text },
  },
  'departures.json': {
    title: 'Every departure from what was proposed or recommended, with its rule, its reason and its author',
    item: { stage: text, reference: text, rule: text, reason: text, decidedBy: text, decidedAt: text },
  },
  'letters.json': {
    title: 'What applicants were told by email of the shortlist, of the decision and of their awards',
    item: {
      kind: text,
      recipient: text,
      personId: person,
      subject: text,
      body: text,
      createdAt: instant,
      state: text,
      sentAt: when,
    },
  },
  'awards/awards.json': {
    title: 'The awards as they stand',
    item: {
      id: text,
      reference: text,
      organisationId: text,
      organisation: text,
      type: text,
      title: text,
      pounds: whole,
      startsOn: onDay,
      endsOn: onDay,
      state: text,
      reservePlace: orNull(whole),
      offeredAt: instant,
      offeredBy: person,
      acceptedAt: when,
      version: orNull(whole),
      endedAt: when,
      endedBy: person,
      reason: text,
    },
  },
  'awards/agreements.json': {
    title: 'Every version of every agreement: “text” is what was hashed',
    item: {
      reference: text,
      number: whole,
      sha256: hash,
      reason: text,
      madeAt: instant,
      by: person,
      text,
      declinedFor: orNull(text),
      declinedAt: orNull(instant),
      declinedBy: person,
    },
  },
  'awards/signatures.json': {
    title: 'Who signed which version',
    item: {
      reference: text,
      number: whole,
      role: text,
      name: text,
      jobTitle: text,
      statement: text,
      readStatement: orNull(text),
      readLanguage: orNull(text),
      sha256: hash,
      signedAt: instant,
      by: text,
    },
  },
  'feedback.json': {
    title:
      'Feedback to applicants, every text as it was saved; “by” is null where it was drafted from what assessors wrote',
    item: { reference: text, item: text, version: whole, text, savedAt: instant, by: person },
  },
  ...concernParts,
  'results.json': {
    title: 'What was published, version by version: “text” is what was hashed',
    item: { number: whole, sha256: hash, reason: text, publishedAt: instant, by: person, text },
  },
  'people.json': {
    title: 'The names behind the ids of people, with the roles that they hold or held on the fund',
    item: { id: text, name: text, roles: texts },
  },
} as const satisfies Readonly<Record<string, PackPart>>

export type PackPartName = keyof typeof packParts

export const packPartNames = Object.keys(packParts) as readonly PackPartName[]

/** Where the schema of a file stands in the pack. @example schemaPathOf('interviews/panel.json') // => 'schemas/interviews/panel.json' */
export const schemaPathOf = (name: string): string => `schemas/${name}`

/** The JSON Schema of a list in the pack. */
export const partSchema = (name: PackPartName): Json => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: packParts[name].title,
  ...(listOf(exactly(packParts[name].item)) as object),
})
