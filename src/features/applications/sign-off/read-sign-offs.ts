import type { Sha256 } from '../../../core/canonical/index.ts'
import {
  type Answers,
  compareMaterial,
  type Form,
  type FrozenBody,
  type FrozenSignOff,
  freeze,
  type MaterialChange,
  type MaterialContent,
  materialContent,
  materialHash,
  type NameOf,
} from '../../../core/forms/index.ts'
import {
  type SignOffKind,
  type SignOffSlot,
  type SlotPerson,
  type Standing,
  slotName,
  slotsOf,
  standingOf,
} from '../../../core/sign-offs/index.ts'
import { paperStatement } from './sign-offs.messages.ts'
import type { PaperSignOff, SignOffRow } from './sign-offs.store.ts'

/** An application as far as its sign-offs go. */
export type ToSignOff = {
  /** What the round asks for. */
  readonly asked: readonly SignOffKind[]
  readonly lead: FrozenBody
  /** Those that have accepted. */
  readonly partners: readonly FrozenBody[]
  readonly form: Form
  readonly answers: Answers
  /** Names of bodies in answers; their ids are said without it. */
  readonly nameOf?: NameOf | undefined
  readonly rows: readonly SignOffRow[]
}

/** One sign-off that an application needs, and how it stands. */
export type SignOff = SignOffSlot & {
  /** As in its address. */
  readonly slot: string
  readonly organisation: FrozenBody
  readonly standing: Standing
  /** Whether what counts, or would if nothing had changed, is a signature on what was keyed in. */
  readonly onPaper: boolean
  /** Of what would be signed now. */
  readonly materialSha256: string
  /** What is kept of it; undefined while nobody was asked. */
  readonly kept: SignOffRow | undefined
  /** What is not as it was signed. */
  readonly changes: readonly MaterialChange[]
}

export type SignOffs = {
  readonly list: readonly SignOff[]
  readonly material: MaterialContent
  readonly materialSha256: string
}

/** How every sign-off of an application stands, without asking the database. */
export function readSignOffs(given: ToSignOff, sha256: Sha256): SignOffs {
  const { asked, lead, partners, form, answers, nameOf, rows } = given
  const material = materialContent(form, { lead, partners, pages: freeze(form, answers, nameOf).pages })
  const materialSha256 = materialHash(material, sha256)
  const bodies = new Map([lead, ...partners].map((body) => [body.id, body]))
  const kept = new Map(rows.map((row) => [slotName(row), row]))
  const list = slotsOf(
    asked,
    lead.id,
    partners.map(({ id }) => id),
  ).map((slot) => {
    const name = slotName(slot)
    const row = kept.get(name)
    const bySignature = standingOf(slot.kind, row?.state, row?.signature?.materialSha256, materialSha256)
    const paper = bySignature === 'signed' ? null : paperThatCounts(row)
    const standing = paper === null ? bySignature : onPaperNow(paper, materialSha256)
    const signed = paper?.material ?? row?.signature?.material
    return {
      ...slot,
      slot: name,
      organisation: bodies.get(slot.organisationId) ?? { id: slot.organisationId, name: slot.organisationId },
      standing,
      onPaper: paper !== null,
      materialSha256,
      kept: row,
      changes: standing === 'needs-signing-again' && signed !== undefined ? compareMaterial(signed, material) : [],
    }
  })
  return { list, material, materialSha256 }
}

/** A signature on what was keyed in, unless somebody declined since it was recorded. */
function paperThatCounts(row: SignOffRow | undefined): PaperSignOff | null {
  if (row === undefined || row.paper === null) return null
  const { paper, state, decidedAt } = row
  return state === 'declined' && decidedAt !== null && decidedAt > paper.recordedAt ? null : paper
}

/** It holds for what was keyed in when it was recorded; one of which that was not kept holds whatever was. */
const onPaperNow = ({ materialSha256 }: PaperSignOff, nowSha256: string): Standing =>
  materialSha256 === null || materialSha256 === nowSha256 ? 'signed' : 'needs-signing-again'

/** Who gave a sign-off, by name: their signature, or that on paper. */
export const signerName = ({ kept }: Pick<SignOff, 'kept'>): string =>
  kept?.signature?.name ?? kept?.paper?.name ?? kept?.name ?? ''

/** Those who signed or are asked to, to tell whether two are one. */
export const signersOf = (list: readonly SignOff[]): readonly SlotPerson[] =>
  list.map(({ kind, organisationId, kept }) => ({
    kind,
    organisationId,
    signedBy: kept?.signature?.signedBy,
    email: kept?.email ?? '',
  }))

/** The signatures that count, as a submission keeps them. */
export const frozenSignOffs = (list: readonly SignOff[]): readonly FrozenSignOff[] =>
  list.flatMap((signOff) => {
    const { kind, organisation, kept, onPaper } = signOff
    if (onPaper && kept?.paper) return [frozenOnPaper(signOff, kept.paper)]
    const signature = kept?.signature
    if (!signature) return []
    const { name, jobTitle, statement, read, signedAt, materialSha256 } = signature
    const given = { kind, organisation, name, jobTitle, statement, signedAt: signedAt.toISOString(), materialSha256 }
    return [read === null ? given : { ...given, read }]
  })

const frozenOnPaper = (
  { kind, organisation, materialSha256 }: SignOff,
  { name, jobTitle, signedOn, recordedByName: recordedBy, recordedAt }: PaperSignOff,
): FrozenSignOff => ({
  kind,
  organisation,
  name,
  jobTitle,
  statement: paperStatement,
  signedAt: recordedAt.toISOString(),
  materialSha256,
  onPaper: { signedOn, recordedBy },
})
