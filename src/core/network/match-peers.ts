import { type Profile, stages } from './profile.ts'

/** A council that can be met as a peer. */
export type Peer = Pick<Profile, 'serviceAreas' | 'models' | 'stage'> & {
  readonly organisationId: string
  readonly name: string
}

/**
 * Why a council is a peer.
 * - `area`, `model`: of which both say that it is theirs
 * - `ahead`: it has come further, so it has met what is still to come; `level`: as far
 */
export type PeerReason =
  | { readonly kind: 'area'; readonly areas: readonly string[] }
  | { readonly kind: 'model'; readonly models: readonly string[] }
  | { readonly kind: 'ahead' | 'level' }

export type Match = { readonly peer: Peer; readonly points: number; readonly reasons: readonly PeerReason[] }

/** What each thing in common counts. One model outweighs being ahead: how to do it is learnt from who does the same. */
const points = { area: 3, model: 2, ahead: 1, level: 1 } as const

const shared = (ours: readonly string[], theirs: readonly string[]): readonly string[] =>
  ours.filter((each) => theirs.includes(each))

/**
 * The councils that one has most to learn from, best first, with why. A council that shares neither service nor model is
 * no peer, however far it has come; nobody is their own. Those with as many points stand by name, then by id, so that the
 * order is the same whoever asks and whenever.
 *
 * @example matchPeers(libraries, [otherLibraries])[0]?.reasons // => [{ kind: 'area', areas: ['culture-and-libraries'] }, …]
 */
export const matchPeers = (own: Peer, others: readonly Peer[]): readonly Match[] =>
  others
    .filter(({ organisationId }) => organisationId !== own.organisationId)
    .map((peer) => matchOf(own, peer))
    .filter(({ reasons }) => reasons.some(({ kind }) => kind === 'area' || kind === 'model'))
    .sort(
      (one, other) =>
        other.points - one.points ||
        byText(one.peer.name, other.peer.name) ||
        byText(one.peer.organisationId, other.peer.organisationId),
    )

function matchOf(own: Peer, peer: Peer): Match {
  const areas = shared(own.serviceAreas, peer.serviceAreas)
  const models = shared(own.models, peer.models)
  const steps = stages.indexOf(peer.stage) - stages.indexOf(own.stage)
  const reasons: PeerReason[] = []
  if (areas.length > 0) reasons.push({ kind: 'area', areas })
  if (models.length > 0) reasons.push({ kind: 'model', models })
  if (steps >= 0) reasons.push({ kind: steps === 0 ? 'level' : 'ahead' })
  const stagePoints = steps > 0 ? points.ahead : steps === 0 ? points.level : 0
  return { peer, reasons, points: areas.length * points.area + models.length * points.model + stagePoints }
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
