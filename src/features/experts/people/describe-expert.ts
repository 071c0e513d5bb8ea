import type { Tie } from '../../../core/experts/index.ts'
import { plainList } from '../../../core/text/plain-list.ts'
import { dayInWords, type IsoDay } from '../../../core/time/day.ts'
import { subjectWords } from '../subject-questions.ts'
import type { Expert } from './experts.store.ts'

const tieWords = { employer: 'works for', interest: 'has an interest in', home: 'lives in' } as const

const tieLine = (tie: Tie, endedOn: IsoDay | null, name: string): string =>
  endedOn === null ? `${tieWords[tie]} ${name}` : `worked for ${name} until ${dayInWords(endedOn)}`

/** What is known of an expert, as facts by name. */
export function describeExpert(
  { email, profile, accepted }: Expert,
  nameOf: (organisationId: string) => string,
): readonly { readonly key: string; readonly lines: readonly string[] }[] {
  return [
    { key: 'Email', lines: [email] },
    { key: 'Knows', lines: subjectWords(profile) },
    { key: 'Has done', lines: [profile.about] },
    {
      key: 'Can give',
      lines: [
        profile.hoursAMonth === 0
          ? ''
          : profile.hoursAMonth === 1
            ? '1 hour a month'
            : `${profile.hoursAMonth} hours a month`,
      ],
    },
    {
      key: 'Interests',
      lines: [
        ...profile.authorities.map(({ id, tie, endedOn }) => tieLine(tie, endedOn, nameOf(id))),
        ...profile.companies.map(({ name, tie, endedOn }) => tieLine(tie, endedOn, name)),
      ],
    },
    { key: 'Is away', lines: profile.away.map(({ from, to }) => `${dayInWords(from)} to ${dayInWords(to)}`) },
    { key: 'Accepted terms', lines: [accepted === null ? 'None' : `Version ${accepted}`] },
  ].filter(({ lines }) => plainList(lines) !== '')
}
