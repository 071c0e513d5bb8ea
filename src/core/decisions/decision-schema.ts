import {
  exactly,
  schemaHash as hash,
  schemaInstant as instant,
  type Json,
  listOf as list,
  schemaText as text,
  schemaWhole as whole,
} from '../canonical/index.ts'
import { choosableOutcomes, decisionOutcomes, recordParts, recordSchemaPath } from './decision-record.ts'

const place = { type: ['integer', 'null'], minimum: 1 } as const
const pounds = { type: ['integer', 'null'], minimum: 0 } as const
const percent = { type: 'number', minimum: 0, maximum: 100 } as const
const seal = { number: whole, inputSha256: hash, resultSha256: hash }

export const departure: Json = {
  oneOf: [{ type: 'null' }, exactly({ rule: text, reason: text, decidedBy: text, decidedAt: instant })],
}
const outcome = { id: text, reference: text, pounds, reservePlace: place }
export const decided = { ...outcome, outcome: { enum: [...decisionOutcomes] } }

const candidate = exactly({
  id: text,
  reference: text,
  totalPercent: percent,
  value: { type: 'integer', minimum: 0 },
  sd: { type: ['number', 'null'], minimum: 0 },
  pounds: { type: 'integer', minimum: 0 },
  askedPounds: pounds,
  region: text,
  authorityType: text,
  deliveryModels: list(text),
})

const spreadRule = exactly({
  basis: { enum: ['region', 'authority-type', 'delivery-model'] },
  value: text,
  least: { type: ['integer', 'null'] },
  most: { type: ['integer', 'null'] },
})

const deviation: Json = { type: 'number', minimum: 0 }
const panelNoise = exactly({
  chance: deviation,
  leniency: deviation,
  members: whole,
  scores: whole,
  from: { enum: ['panel', 'default'] },
})

const portfolioCase = exactly(
  {
    format: { const: 1 },
    places: whole,
    budgetPounds: whole,
    capPounds: pounds,
    thresholdPercent: percent,
    spread: list(spreadRule),
    eligibleKinds: list(text),
    candidates: list(candidate),
    moneyQuestion: { type: ['string', 'null'] },
    forcedIn: list(text),
    forcedOut: list(text),
    alternatives: whole,
    draws: whole,
    seed: whole,
  },
  { panelNoise },
)

const portfolioResult: Json = {
  oneOf: [
    exactly({
      status: { const: 'optimal' },
      value: whole,
      chosen: list(text),
      pounds: whole,
      rulePrices: list(exactly({ rule: whole, price: whole })),
      alternatives: list(
        exactly({
          value: whole,
          loss: whole,
          comesIn: list(text),
          goesOut: list(text),
          near: { type: 'boolean' },
        }),
      ),
      swaps: list(
        exactly({
          id: text,
          chosen: { type: 'boolean' },
          value: { type: ['integer', 'null'] },
          loss: { type: ['integer', 'null'] },
          comesIn: list(text),
          goesOut: list(text),
          mostPounds: pounds,
        }),
      ),
      inclusion: { oneOf: [{ type: 'null' }, list(exactly({ id: text, draws: whole }))] },
    }),
    { type: 'object', required: ['status', 'because'], properties: { status: { const: 'impossible' } } },
  ],
}

/** The parts that are described alike in both formats. */
export const commonParts = {
  round: exactly({ id: text, fund: text, name: text, illustrative: { type: 'boolean' } }),
  rules: exactly({ version: whole, sha256: hash, text }),
  shortlist: exactly({ sha256: hash, frozenAt: instant }),
  scores: list(
    exactly({
      applicationId: text,
      reference: text,
      writtenPercent: percent,
      interviewPercent: { type: ['number', 'null'] },
      totalPercent: percent,
      aboveThreshold: { type: 'boolean' },
    }),
  ),
  moneyQuestion: { type: ['string', 'null'] },
  portfolio: exactly({ ...seal, solver: text, seed: whole, case: portfolioCase, result: portfolioResult }),
  whatIfs: list(exactly({ ...seal, name: text, reason: text })),
  recommendation: exactly({
    outcomes: list(exactly({ ...outcome, outcome: { enum: [...choosableOutcomes] }, departure })),
    sha256: hash,
    frozenAt: instant,
    frozenBy: text,
  }),
  note: exactly({ regularity: text, propriety: text, valueForMoney: text, feasibility: text, by: text, at: instant }),
  submission: exactly({ summary: text, options: text, linesToTake: text }),
  decision: exactly({
    decidedBy: text,
    title: text,
    recordedBy: text,
    evidence: text,
    at: instant,
    approval: exactly({ asked: { type: 'boolean' }, reason: text }),
  }),
  reserveExpiresOn: { type: ['string', 'null'], format: 'date' },
  tellAt: instant,
} as const satisfies Readonly<Record<string, Json>>

export const withheldDeclaration = exactly({
  stage: { enum: ['panel', 'decision'] },
  declaredAt: instant,
  withheld: { const: true },
})

/** The JSON Schema (draft 2020-12) of a decision record, whole or under its references. */
export const decisionSchema: Json = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: recordSchemaPath,
  title: 'Decision record',
  description:
    'A decision about awards, with everything that it follows from. Text is canonical JSON (RFC 8785); hashes are SHA-256.',
  ...(exactly({
    document: { const: 'decision-record' },
    format: { const: 1 },
    schema: { const: recordSchemaPath },
    manifest: exactly(Object.fromEntries(recordParts.map((name) => [name, hash]))),
    seal: hash,
    ...commonParts,
    declarations: list({
      oneOf: [
        exactly(
          {
            name: text,
            stage: { enum: ['panel', 'decision'] },
            conflicts: list(text),
            statement: text,
            declaredAt: instant,
            salt: text,
          },
          { recorded: exactly({ by: text, evidence: text }), takenBackFor: text },
        ),
        withheldDeclaration,
      ],
    }),
    declarationHashes: list(hash),
    applications: list({
      oneOf: [
        exactly({ ...decided, departure, lead: text, leadId: text, region: text, salt: text }),
        exactly({ ...decided, withheld: { const: true } }),
      ],
    }),
    applicationHashes: list(hash),
  }) as object),
}
