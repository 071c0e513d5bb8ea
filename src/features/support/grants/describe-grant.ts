import { documentKinds, sentLimits } from '../../../core/files/index.ts'
import { statementLines } from '../../../core/sign-offs/index.ts'
import { instalmentStand, openPence, unspentPence } from '../../../core/support/index.ts'
import { dayInWords, isoDay } from '../../../core/time/day.ts'
import { ukDate } from '../../../core/time/uk-time.ts'
import type { SafeHtml } from '../../../ui/html.ts'
import type { StoredFile } from '../../files/index.ts'
import { storedFileList } from '../../forms/index.ts'
import { mostFileMegabytes, mostFiles } from '../delivering/send-delivery.ts'
import { penceWords } from '../support.messages.ts'
import type { Claim } from './claims.store.ts'
import { claimTags, findingWords, groundWords, instalmentTags, takenBackTag, yearWords } from './grants.messages.ts'
import { grantPartPath } from './grants.paths.ts'
import { isMet, type OpenedGrant } from './open-grant.ts'
import type { ClaimsModel } from './pages/claims.ts'
import type { InstalmentModel, InstalmentsModel } from './pages/instalments.ts'
import type { SettlingModel } from './pages/settling.ts'
import { claimQuestion, nextClaim } from './send-claim.ts'

/** A grant as somebody looks at it. `acts`: whether this person may do something to it. */
export type LookingAtGrant = OpenedGrant & { readonly acts: boolean; readonly at: Date }

const by = (name: string): string => (name === '' ? '' : ` by ${name}`)

const pathIn = ({ place, award }: LookingAtGrant, ...parts: readonly (string | number)[]): string =>
  grantPartPath(place, award.reference, ...parts)

const filesOfClaim = (looking: LookingAtGrant, number: number, files: readonly StoredFile[]): SafeHtml | undefined =>
  storedFileList(
    files.filter(({ questionId }) => questionId === claimQuestion(number)),
    (file) => pathIn(looking, 'files', file),
  )

export const grantStatistics = ({ grant: { money } }: OpenedGrant) => [
  { value: penceWords(money.awardedPence), label: 'awarded' },
  { value: penceWords(money.claimedPence), label: 'claimed' },
  { value: penceWords(money.paidPence), label: 'paid' },
  { value: penceWords(money.spentPence), label: 'spent' },
  { value: penceWords(money.returnedPence), label: 'returned' },
]

/** The instalments in force. */
export function describeInstalments(
  looking: LookingAtGrant,
  files: readonly StoredFile[],
): Omit<InstalmentsModel, 'setHref'> {
  const { instalments, money } = looking.grant
  const kept = filesOfClaim(looking, nextClaim(looking.grant), files)
  return {
    sum:
      instalments.length === 0
        ? 'Nobody has said yet in which instalments this grant is paid.'
        : `The instalments come to ${penceWords(money.scheduledPence)} of ${penceWords(money.awardedPence)}.`,
    instalments: instalments.map((instalment) => describeInstalment(looking, instalment, kept)),
    fileLimits: sentLimits({ most: mostFiles, kinds: documentKinds, megabytes: mostFileMegabytes }),
  }
}

function describeInstalment(
  looking: LookingAtGrant,
  instalment: OpenedGrant['grant']['instalments'][number],
  kept: SafeHtml | undefined,
): InstalmentModel {
  const { place, grant, acts, at } = looking
  const { number, title, upon, dueOn, pence, condition } = instalment
  const today = isoDay(at)
  const left = openPence(instalment, grant.claims)
  const met = isMet(instalment, grant.met)
  const claimable = upon === 'milestone' || dueOn <= today
  return {
    heading: `${number}. ${title}`,
    state: instalmentTags[instalmentStand(instalment, grant.claims, today)],
    lines: [
      `${penceWords(pence)}. ${groundWords[upon]}, ${upon === 'date' ? 'from' : 'by'} ${dayInWords(dueOn)}.${left > 0 && left < pence ? ` ${penceWords(left)} is not claimed yet.` : ''}`,
    ],
    condition:
      condition === ''
        ? undefined
        : {
            text: condition,
            state: met ? { text: 'Met', classes: 'govuk-tag--green' } : { text: 'Holds it', classes: 'govuk-tag--red' },
            lines: grant.met
              .filter((each) => each.instalment === number && each.condition === condition)
              .map(({ metBy, metAt, reason }) => `Met, as found${by(metBy)} on ${ukDate(metAt)}: ${reason}`),
          },
    meet:
      acts && place.side === 'team' && !met
        ? { form: `condition-${number}`, action: pathIn(looking, 'instalments', number, 'condition') }
        : undefined,
    claim:
      acts && place.side === 'council' && left > 0 && claimable
        ? {
            form: `claim-${number}`,
            action: pathIn(looking, 'instalments', number, 'claims'),
            left: `Up to ${penceWords(left)}`,
            kept,
          }
        : undefined,
  }
}

/** The claims, the last one first. */
export const describeClaims = (looking: LookingAtGrant, files: readonly StoredFile[]) =>
  [...looking.grant.claims].reverse().map((claim) => describeClaim(looking, claim, files))

function describeClaim(
  looking: LookingAtGrant,
  claim: Claim,
  files: readonly StoredFile[],
): Omit<ClaimsModel['claims'][number], 'pay'> & { readonly payAction: { form: string; action: string } | undefined } {
  const { place, acts, actor } = looking
  const { number, instalment, pence, state } = claim
  const runs = acts && place.side === 'team'
  const first = state === 'sent'
  const mine = claim.checkedById === actor.personId
  return {
    heading: `Claim ${number}, on instalment ${instalment}: ${penceWords(pence)}`,
    state: claim.takenBack ? takenBackTag : claimTags[state],
    what: claim.what,
    files: filesOfClaim(looking, number, files),
    lines: [
      ...claimLines(claim),
      ...(runs && state === 'checked' && mine ? ['Somebody else of the programme team approves it.'] : []),
    ],
    answer:
      runs && (first || (state === 'checked' && !mine))
        ? {
            form: `answer-${number}`,
            action: pathIn(looking, 'claims', number, 'answers'),
            question: first ? 'Is the claim right, with its evidence?' : 'Do you approve the claim?',
            yes: first ? 'Yes, pass it on' : 'Approve',
            no: 'Refuse',
          }
        : undefined,
    takeBack:
      acts && place.side === 'council' && (first || state === 'checked')
        ? { form: `take-back-${number}`, action: pathIn(looking, 'claims', number, 'take-back') }
        : undefined,
    payAction:
      runs && state === 'approved'
        ? { form: `paid-${number}`, action: pathIn(looking, 'claims', number, 'paid') }
        : undefined,
  }
}

const answeredWord = ({ state, takenBack }: Claim): string =>
  takenBack ? 'Taken back' : state === 'refused' ? 'Refused' : 'Approved'

const claimLines = (claim: Claim): readonly string[] => [
  `Sent${by(claim.sentBy)} on ${ukDate(claim.sentAt)}.`,
  ...(claim.checkedAt === null
    ? []
    : [`Checked${by(claim.checkedBy)} on ${ukDate(claim.checkedAt)}: ${claim.checkedReason}`]),
  ...(claim.answeredAt === null
    ? []
    : [`${answeredWord(claim)}${by(claim.answeredBy)} on ${ukDate(claim.answeredAt)}: ${claim.reason}`]),
  ...(claim.paidOn === null ? [] : [`Paid on ${dayInWords(claim.paidOn)}, payment ${claim.paymentReference}.`]),
]

/** What was spent and what came back, the reviews and the versions. */
export function describeSettling({
  grant,
}: LookingAtGrant): Pick<SettlingModel, 'unspent' | 'statements' | 'returns' | 'yearEnds' | 'versions'> {
  const { money, statements, returns, yearEnds, schedules } = grant
  return {
    unspent:
      money.paidPence === 0
        ? 'Nothing is paid yet.'
        : `${penceWords(money.paidPence)} is paid, ${penceWords(money.spentPence)} is stated to be spent and ${penceWords(money.returnedPence)} has come back. The council has ${penceWords(unspentPence(money))} to spend, or to give back.`,
    statements: statements.map(({ untilOn, spentPence, what, lessBecause, name, jobTitle, signedAt, ...agreed }) => ({
      heading: `${penceWords(spentPence)} until ${dayInWords(untilOn)}`,
      lines: [
        what,
        ...(lessBecause === '' ? [] : [`Less than was stated before, because: ${lessBecause}`]),
        ...statementLines(agreed),
        `Signed by ${name}, ${jobTitle}, on ${ukDate(signedAt)}.`,
      ],
    })),
    returns: returns.map(({ pence, returnedOn, reference, reason }) => ({
      heading: `${penceWords(pence)} on ${dayInWords(returnedOn)}`,
      lines: [reason, `Payment ${reference}.`],
    })),
    yearEnds: yearEnds.map(({ year, number, paidPence, ledgerPence, finding, reason, madeBy, madeAt }) => ({
      heading: `${yearWords(year)}${number === 1 ? '' : `, review ${number}`}: ${findingWords[finding].toLowerCase()}`,
      state:
        paidPence === ledgerPence
          ? { text: 'Agrees with the ledger', classes: 'govuk-tag--green' }
          : { text: 'Differs from the ledger', classes: 'govuk-tag--red' },
      lines: [
        `${penceWords(paidPence)} is recorded here as paid in the year, and ${penceWords(ledgerPence)} in the ledger.`,
        reason,
        `Reviewed${by(madeBy)} on ${ukDate(madeAt)}.`,
      ],
    })),
    versions: schedules.map(({ number, reason, madeAt, madeBy, instalments }) => ({
      heading: `Version ${number}`,
      lines: [
        `${number === 1 ? 'Set' : 'Changed'}${by(madeBy)} on ${ukDate(madeAt)}${reason === '' ? '' : `: ${reason}`}`,
        instalments
          .map((each) => `${each.number}. ${each.title}, ${penceWords(each.pence)}, ${dayInWords(each.dueOn)}`)
          .join('; '),
      ],
    })),
  }
}
