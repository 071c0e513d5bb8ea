import { freezeJudgement, type Screened } from '../../../core/eligibility/index.ts'
import {
  type Answers,
  declarationOf,
  type FrozenApplication,
  type FrozenBody,
  freeze,
  freezeApplication,
} from '../../../core/forms/index.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import type { Organisation } from '../../accounts/index.ts'
import type { FormVersion } from '../../forms/index.ts'
import type { RoundInFund } from '../../funds/index.ts'
import { declarationWords } from '../applications.messages.ts'
import { authorityNames } from '../find-problems.ts'

/** An application with all that its submission would say. */
export type ToFreeze = {
  readonly reference: string
  readonly illustrative: boolean
  readonly round: Pick<RoundInFund, 'slug' | 'name' | 'fund'>
  readonly lead: Organisation
  /** The lead itself while it is in being. */
  readonly standIn: Organisation
  /** Those that have accepted. */
  readonly partners: readonly FrozenBody[]
  readonly version: FormVersion
  readonly answers: Answers
  /** The screener of the round with what it was told; undefined when it has none. */
  readonly screened: Screened | undefined
}

/** What would be submitted if it were now: shown before and kept after, so that both can be compared. */
export async function freezeContent(db: Database | Tx, given: ToFreeze): Promise<FrozenApplication> {
  const { reference, illustrative, round, lead, standIn, partners, version, answers, screened } = given
  const { definition: form, number, sha256 } = version
  const screenerNames = screened && (await authorityNames(db, screened.form, screened.told ?? {}))
  return freezeApplication(freeze(form, answers, await authorityNames(db, form, answers)), {
    reference,
    illustrative,
    fund: { slug: round.fund.slug, name: round.fund.name },
    round: { slug: round.slug, name: round.name },
    lead: bodyOf(lead),
    standIn: standIn.id === lead.id ? null : bodyOf(standIn),
    partners,
    formVersion: { number, sha256 },
    declaration: declarationOf(form, answers) ?? declarationWords(lead, standIn),
    eligibility: freezeJudgement(form, answers, screened, screenerNames),
  })
}

const bodyOf = ({ id, name }: Organisation): FrozenBody => ({ id, name })
