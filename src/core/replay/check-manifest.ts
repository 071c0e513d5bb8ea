import type { Sha256 } from '../canonical/index.ts'
import {
  type AssessmentExport,
  type ExportedPart,
  type ExportHead,
  exportedPartNames,
  exportHash,
  partHash,
} from './assessment-export.ts'
import { type Check, check } from './check.ts'
import { digestsOf, firstDifferent } from './digests.ts'

/** Everything is as it was exported; else the first path that is not. */
export function checkManifest(given: AssessmentExport, { sha256 }: { readonly sha256: Sha256 }): readonly Check[] {
  const { parts, manifest, digests, sha256: whole, ...head } = given
  const missing = Object.entries({ parts, manifest, digests }).find(
    ([, value]) => typeof value !== 'object' || value === null,
  )
  if (missing !== undefined) return [check('manifest', false, '', `“${missing[0]}” is missing`)]
  const found = digestsOf({ ...head, parts }, sha256)
  const different = firstDifferent(digests, found)
  return [
    ...exportedPartNames.map((name) => checkPart(given, name, found, sha256)),
    check(
      'manifest',
      different === undefined && exportHash(head as ExportHead, { manifest, digests }, sha256) === whole,
      'the head and the manifest are as they were exported',
      different === undefined
        ? 'the hash of the whole, “sha256” or “manifest”, is not that of the head, the manifest and the digests'
        : `“${different}” is not as it was exported, or “digests/${different}” is not`,
    ),
  ]
}

function checkPart(
  { parts, manifest, digests }: AssessmentExport,
  name: ExportedPart,
  found: Readonly<Record<string, string>>,
  sha256: Sha256,
): Check {
  if (parts[name] === undefined) return check(name, false, '', `the part “${name}” is missing`)
  const same = partHash(parts[name], sha256) === manifest[name]
  const of = (all: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(all).filter(([path]) => path === name || path.startsWith(`${name}/`)))
  const path = same ? undefined : firstDifferent(of(digests), of(found))
  return check(
    name,
    same,
    `the part “${name}” is as it was exported`,
    path === undefined
      ? `“manifest/${name}” is not the hash of the part “${name}”`
      : `the part “${name}” is not as it was exported: ${path}`,
  )
}
