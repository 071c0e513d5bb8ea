/** An interview to be placed. */
export type Interview = {
  readonly id: string
  /** Members who leave the room for it. */
  readonly conflicts: readonly string[]
  /** What somebody in the room should know. */
  readonly needsExpertise: readonly string[]
  /** Sessions that suit those interviewed; undefined: any. */
  readonly sessions?: readonly string[] | undefined
}

/** Somebody of the panel. */
export type Member = {
  readonly id: string
  readonly chair: boolean
  readonly expertise: readonly string[]
  readonly available: readonly string[]
  /** The most sessions they sit in; undefined: as many as they are available for. */
  readonly maxSessions?: number | undefined
}

/** A half-day in a room, with so many interviews one after another. */
export type Session = {
  readonly id: string
  readonly halfDay: string
  readonly room: string
  readonly slots: number
}

export type TimetableCase = {
  readonly interviews: readonly Interview[]
  readonly members: readonly Member[]
  readonly sessions: readonly Session[]
  /** Members that must be in the room, those who left it not counted. */
  readonly quorum: number
  /** Decides between timetables that are equally good. */
  readonly seed: number
  /** Places that people have been told of: as few of them as can be are moved. */
  readonly published?: readonly PublishedPlace[] | undefined
  /** Sessions in which members have been told that they sit: as few of them as can be change. */
  readonly told?: readonly Sitting[] | undefined
}

/** A member in a session. */
export type Sitting = { readonly member: string; readonly session: string }

/** Where an interview is, as people know it. */
export type PublishedPlace = { readonly interview: string; readonly session: string; readonly slot: number }

/** The place that an interview has been told, if it is in this session and the session still has that slot. */
export const publishedIn = (
  { published = [] }: Pick<TimetableCase, 'published'>,
  interview: string,
  session: Session,
): PublishedPlace | undefined =>
  published.find(
    (place) => place.interview === interview && place.session === session.id && place.slot <= session.slots,
  )

/** Whether this member has been told that they sit there. */
export const isTold = ({ told = [] }: Pick<TimetableCase, 'told'>, { member, session }: Sitting): boolean =>
  told.some((each) => each.member === member && each.session === session)

/** Whether this session suits those interviewed. */
export const suits = ({ sessions }: Interview, session: Session): boolean =>
  sessions === undefined || sessions.includes(session.id)

/** Whether this member may hear this interview. */
export const hears = ({ conflicts }: Interview, { id }: Member): boolean => !conflicts.includes(id)
