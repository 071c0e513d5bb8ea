import type { SupportWork } from '../../../core/support/index.ts'
import { workWords } from '../support.messages.ts'
import type { SideMail } from '../tell-sides.ts'
import type { SupportedAward } from './awards.store.ts'

/** To the side that did not say it: the programme team, or the council. */
export const needsSaidMail = (
  { council, reference }: SupportedAward,
  by: 'team' | 'council',
  work: readonly SupportWork[],
): SideMail => ({
  kind: 'support.needs-said',
  subject: `What ${council} needs`,
  body: `${by === 'council' ? council : 'The programme team'} has said what help is needed for award ${reference}: ${work.map((each) => workWords[each]).join('; ')}.\n\nRead it here:`,
})
