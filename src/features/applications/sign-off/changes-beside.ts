import type { FrozenApplication } from '../../../core/forms/index.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import type { Services } from '../../../platform/services.ts'
import { peopleById } from '../../accounts/index.ts'
import { changedBy, changesSince } from '../submitting/shown-content.ts'
import type { OpenedSignOff } from './open-sign-off.ts'

/**
 * What changed since a sign-off was signed and does not reopen it, one line each: none while nobody has signed. It is told
 * from what the signer's page showed, so that what changed while they read it is among it.
 */
export async function changesBeside(
  { db, sha256 }: Services,
  { application, signOff }: OpenedSignOff,
  content: FrozenApplication,
): Promise<readonly string[]> {
  const signature = signOff.kept?.signature
  if (!signature) return []
  const now = { content, stored: application.answers }
  const people = await peopleById(db, changedBy(signature.shown, now, sha256))
  const nameOf = (id: string): string => people.get(id)?.name || people.get(id)?.email || 'somebody'
  const told = new Set(signOff.changes.map(({ label }) => label))
  return changesSince(signature.shown, { ...now, nameOf }, sha256).flatMap((change) => {
    if (change.code === 'answer-changed') {
      if (told.has(change.label)) return []
      return [change.by === undefined ? change.label : `${change.label} (${change.by.name}, ${ukTime(change.by.at)})`]
    }
    if (change.code === 'facts-changed') {
      return change.what === '@partners' && told.has('Partners') ? [] : [facts[change.what]]
    }
    return ['Something in the application']
  })
}

const facts = {
  '@lead': 'The organisation that leads or stands in its place',
  '@partners': 'The names of the partners',
  '@round': 'The name of the fund or the round',
  '@form': 'The version of the form',
  '@declaration': 'The declaration',
  '@eligibility': 'What the rules say of who can apply',
} as const
