import { ukTime } from '../../../core/time/uk-time.ts'
import { whenOf } from './debrief-mail.messages.ts'
import { outcomeWords } from './debriefs.messages.ts'
import type { Debrief } from './debriefs.store.ts'

/** What was asked and what came of it, in order. */
export const rowsOf = ({ askedByName, askedAt, wants, times, state, time, outcome, answer, closedAt }: Debrief) => [
  { name: 'Asked', text: `${askedByName}, ${ukTime(askedAt)}` },
  { name: 'To discuss', text: wants },
  { name: 'Times offered', text: times },
  ...(time !== null && outcome !== 'withdrawn' && outcome !== 'answered'
    ? [
        { name: 'When', text: whenOf(time) },
        { name: 'Where', text: time.place },
      ]
    : []),
  ...(state === 'asked' ? [{ name: 'Standing', text: 'Waits for the programme team' }] : []),
  ...(answer === '' ? [] : [{ name: 'Answer', text: answer }]),
  ...(outcome === null || closedAt === null
    ? []
    : [{ name: 'Closed', text: `${outcomeWords[outcome]}, ${ukTime(closedAt)}` }]),
]
