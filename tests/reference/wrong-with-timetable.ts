import type { Placed, TimetableCase } from '../../src/core/timetable/index.ts'

/**
 * What is wrong with a timetable, told from the cells of a grid of rooms and slots: written for tests alone, without a
 * word of the code that is tested.
 */
export function wrongWith(
  { interviews, members, sessions, quorum }: TimetableCase,
  placed: readonly Placed[],
): readonly string[] {
  const wrong: string[] = []
  const grid = new Map<string, Placed[]>()
  for (const each of placed)
    grid.set(`${each.session}/${each.slot}`, [...(grid.get(`${each.session}/${each.slot}`) ?? []), each])
  const inCells = new Set(
    sessions.flatMap(({ id, slots }) => Array.from({ length: slots }, (_, at) => `${id}/${at + 1}`)),
  )
  for (const [cell, those] of grid) {
    if (!inCells.has(cell)) wrong.push(`${cell} is not there`)
    if (those.length > 1) wrong.push(`${cell} is taken twice`)
  }
  for (const interview of interviews) {
    const its = placed.filter((each) => each.interview === interview.id)
    if (its.length > 1) wrong.push(`${interview.id} is there twice`)
    for (const each of its) {
      if (interview.sessions !== undefined && !interview.sessions.includes(each.session))
        wrong.push(`${interview.id} cannot come`)
      const inRoom = members.filter(({ id }) => each.members.includes(id))
      if (inRoom.length !== each.members.length || inRoom.length < quorum) wrong.push(`${interview.id} has no quorum`)
      if (inRoom.every(({ chair }) => !chair)) wrong.push(`${interview.id} has no chair`)
      if (inRoom.some(({ id }) => interview.conflicts.includes(id))) wrong.push(`${interview.id} is heard in conflict`)
      if (each.recused.some((id) => !interview.conflicts.includes(id)))
        wrong.push(`${interview.id} sends somebody out for nothing`)
      const knows = new Set(inRoom.flatMap(({ expertise }) => expertise))
      if (interview.needsExpertise.some((need) => knows.has(need) === each.missingExpertise.includes(need)))
        wrong.push(`what ${interview.id} is short of is not what is said`)
    }
  }
  for (const member of members) {
    const sits = sessions.filter(({ id }) =>
      placed.some((each) => each.session === id && [...each.members, ...each.recused].includes(member.id)),
    )
    if (sits.some(({ id }) => !member.available.includes(id))) wrong.push(`${member.id} is not free`)
    if (sits.some((one, at) => sits.slice(at + 1).some((other) => other.halfDay === one.halfDay)))
      wrong.push(`${member.id} is twice at once`)
    if (member.maxSessions !== undefined && sits.length > member.maxSessions) wrong.push(`${member.id} sits too often`)
  }
  return wrong
}
