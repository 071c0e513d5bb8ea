import { isObject, type Sha256 } from '../canonical/index.ts'
import {
  type AssessmentExport,
  type CommittedFacts,
  committedAction,
  type ExportedEvent,
  type ExportedPart,
  type ExportedParts,
  exportedPartNames,
  manifestOf,
  partHash,
} from './assessment-export.ts'
import { type Check, check, notChecked } from './check.ts'
import { withoutNames } from './withhold.ts'

/** What is not in an export: `committedBy` is the event of the chain that binds it, null where none here does. */
export type WithheldHere = {
  readonly values: number
  readonly events: number
  readonly paths: readonly string[]
  readonly committedBy: number | null
}

type Committed = { readonly sequence: number; readonly facts: CommittedFacts }

/** The last event that binds what is published into the chain. */
function committedIn(events: readonly ExportedEvent[]): Committed | undefined {
  const event = events.findLast((each) => each.action === committedAction && !('withheld' in each))
  return event === undefined || !('facts' in event)
    ? undefined
    : { sequence: event.sequence, facts: event.facts as unknown as CommittedFacts }
}

/** What was withheld, counted and listed. */
export function withheldIn({ parts }: AssessmentExport): WithheldHere {
  const paths = (parts.withheld ?? []).map(({ path }) => path)
  return {
    values: paths.length,
    events: (parts.events ?? []).filter((event) => 'withheld' in event).length,
    paths,
    committedBy: committedIn(parts.events ?? [])?.sequence ?? null,
  }
}

/** Whether what is published is what the last event that speaks of it bound into the chain. */
export const isCommitted = (published: AssessmentExport, sha256: Sha256): boolean =>
  checkPublished(published, sha256).every(({ same }) => same)

/**
 * Nothing is taken at its word about what is withheld: it stands in `withheld` with its salted hash, nothing of it is here,
 * and the whole of what is published, those hashes and the withheld events with it, is what an event of the chain bound.
 */
export function checkWithheld(given: AssessmentExport, { sha256 }: { readonly sha256: Sha256 }): readonly Check[] {
  return given.names === 'replaced' ? checkPublished(given, sha256) : checkSource(given, sha256)
}

function checkPublished({ parts }: AssessmentExport, sha256: Sha256): readonly Check[] {
  const committed = committedIn(parts.events)
  if (committed === undefined)
    return [check('withheld', false, '', 'no event here binds what is withheld into the chain')]
  const { sequence, facts } = committed
  const { values, events, paths } = withheldIn({ parts } as AssessmentExport)
  const shown = paths.find((path) => !isBlank(parts, path))
  const flagged = flaggedIn(parts).find((path) => !paths.some((each) => each.startsWith(`${path}/`)))
  const other = exportedPartNames.find((name) => hashUpTo(parts, name, facts.upTo, sha256) !== facts.manifest[name])
  return [
    check(
      'withheld',
      other === undefined && facts.withheld === values,
      `${values === 1 ? '1 value' : `${values} values`} and the facts of ${events === 1 ? '1 event' : `${events} events`} are withheld: event ${sequence} bound them into the chain`,
      other === undefined
        ? `event ${sequence} bound ${facts.withheld === 1 ? '1 withheld value' : `${facts.withheld} withheld values`}, and ${values} ${values === 1 ? 'is' : 'are'} listed`
        : `the part “${other}” is not the one that event ${sequence} bound`,
      other === undefined && facts.withheld === values ? null : sequence,
    ),
    check(
      'withheld',
      shown === undefined,
      'nothing that is listed as withheld is here',
      `${shown} is listed as withheld, and is here`,
    ),
    check(
      'withheld',
      flagged === undefined,
      'whatever says that it is in part withheld is listed with its salted hash',
      `${flagged} says that it is in part withheld, and nothing of it is listed`,
    ),
  ]
}

/** With the names and the salt: what is published follows from this export, to the last hash. */
function checkSource({ parts, salt }: AssessmentExport, sha256: Sha256): readonly Check[] {
  const { values, events: withoutFacts } = withheldIn({ parts } as AssessmentExport)
  if (values > 0 || withoutFacts > 0 || flaggedIn(parts).length > 0)
    return [check('withheld', false, '', 'something is withheld from an export that says that it has the names')]
  const committed = committedIn(parts.events)
  if (committed === undefined || salt === '')
    return [notChecked('withheld', 'nothing was published yet: no event here binds what would be withheld')]
  const { sequence, facts } = committed
  const events = parts.events.filter((event) => event.sequence <= facts.upTo)
  const again = manifestOf(withoutNames({ ...parts, events }, salt, sha256), sha256)
  const other = exportedPartNames.find((name) => again[name] !== facts.manifest[name])
  return other === undefined
    ? [
        check(
          'withheld',
          true,
          `what event ${sequence} bound for publication, made again with the salt, is the same`,
          '',
        ),
      ]
    : [
        notChecked(
          'withheld',
          `the part “${other}” has changed since event ${sequence} bound what is published, so that is not checked`,
        ),
      ]
}

const hashUpTo = (parts: ExportedParts, name: ExportedPart, upTo: number, sha256: Sha256): string =>
  partHash(name === 'events' ? parts.events.filter(({ sequence }) => sequence <= upTo) : parts[name], sha256)

/** The paths of what says of itself that something of it is withheld. */
function flaggedIn({ runs, shortlist }: ExportedParts): readonly string[] {
  const those = runs.flatMap((run, at) => {
    const has = isObject(run.input) && Array.isArray(run.input.excluded) && run.input.excluded.length > 0
    return run.withheld === true && has ? [`runs/${at}`] : []
  })
  return shortlist?.withheld === true ? [...those, 'shortlist/text'] : those
}

/** Whether nothing stands at a path but a pseudonym, or a text in which a name is hidden. */
function isBlank(parts: ExportedParts, path: string): boolean {
  const value = at(parts, path.split('/'))
  if (value === undefined || value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'string' && /^(Assessor|Official|Applicant) \d+$|\[applicant\]|\[name\]/.test(value)
}

function at(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return value
  if (typeof value === 'string') return at(JSON.parse(value), [key, ...rest])
  if (typeof value !== 'object' || value === null) return undefined
  return at((value as Readonly<Record<string, unknown>>)[key], rest)
}
