import { dayInWords } from '../../../core/time/day.ts'
import { ukTime } from '../../../core/time/uk-time.ts'
import { subjectWords } from '../subject-questions.ts'
import type { ExpertRequest } from './requests.store.ts'

/** What is asked, as facts by name. */
export const factsOf = (request: ExpertRequest) => [
  { key: 'Council', lines: [`${request.council}, ${request.reference}`] },
  { key: 'Asked by', lines: [`${request.askedBy}, ${ukTime(request.askedAt)}`] },
  { key: 'Question', lines: [request.words] },
  { key: 'About', lines: [subjectWords(request).join(', ')] },
  {
    key: 'Wants',
    lines: [
      request.hoursWanted === null
        ? 'An answer in writing'
        : `${request.hoursWanted === 1 ? 'An hour' : `${request.hoursWanted} hours`} with the expert`,
      ...(request.wantedOn === null ? [] : [`By ${dayInWords(request.wantedOn)}`]),
    ],
  },
  ...(request.withdrawnAt === null
    ? []
    : [
        {
          key: 'Withdrawn',
          lines: [`${request.withdrawnBy ?? ''}, ${ukTime(request.withdrawnAt)}`, request.withdrawnReason],
        },
      ]),
]
