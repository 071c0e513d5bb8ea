import { type ReturnToRead, returnsToRead } from '../benefits/index.ts'
import { asked, type FindWaiting, type Waiting } from './waiting-item.ts'

/** The returns of councils that this person accepts or asks back about: a fixed number of statements. */
export const returnsWaiting: FindWaiting = async (db, actor, now) =>
  (await returnsToRead(db, actor, now)).map(returnWaiting)

const returnWaiting = ({ award, months, href }: ReturnToRead): Waiting => ({
  href,
  title: `Return at ${months} months of ${award.organisation}`,
  detail: `The council has sent it: ${award.fundName}`,
  state: asked('Accept, or ask back'),
  asks: true,
})
