export { firstConduct } from './conduct.ts'
export { type Match, matchPeers, type Peer, type PeerReason } from './match-peers.ts'
export {
  type Profile,
  type ProfileField,
  type ProfileProblem,
  type ProfileTyped,
  readProfile,
  type Stage,
  stages,
} from './profile.ts'
export {
  type EventPlace,
  type EventPlan,
  type EventProblem,
  type EventTyped,
  eventPlaces,
  readEvent,
} from './read-event.ts'
export { type NewThread, type PostProblem, readPostText, readThread, type Topic, topics } from './read-post.ts'
export {
  type Licence,
  licences,
  type NewResource,
  type ResourceKind,
  type ResourceProblem,
  type ResourceTyped,
  readResource,
  resourceKinds,
} from './read-resource.ts'
