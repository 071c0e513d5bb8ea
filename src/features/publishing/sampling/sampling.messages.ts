import type { Finding, Population, StrataKind } from '../../../core/evidence/index.ts'
import { numberWords } from '../../../core/forms/index.ts'
import { capital } from '../../../core/text/capital.ts'
import type { DrawProblem } from './draw-sample.ts'
import { largestSeed } from './draw-sample.ts'
import type { AimProblem } from './read-aim.ts'
import type { FindingProblem } from './record-finding.ts'

export const populationWords: Readonly<Record<Population, string>> = {
  applications: 'Applications',
  scores: 'Scores',
  departures: 'Departures from what was proposed or recommended',
  awards: 'Awards',
  'deadline-changes': 'Changes of the deadline and the timetable',
  'conflicts-released': 'Conflicts released',
}

export const strataWords: Readonly<Record<StrataKind, string>> = {
  none: 'Not shared: each as likely as another',
  outcome: 'By outcome, in proportion',
  region: 'By region, in proportion',
}

export const findingWords: Readonly<Record<Finding, string>> = { agreed: 'Agreed', exception: 'Exception' }

/** A group of a sample in words. @example groupWords('not-shortlisted') // => 'Not shortlisted' */
export const groupWords = (stratum: string): string => (stratum === '' ? 'None' : capital(stratum.replaceAll('-', ' ')))

export function drawProblemWords(problem: DrawProblem | AimProblem): string {
  switch (problem.code) {
    case 'aim-unreadable':
      return problem.field === 'confidence'
        ? 'Enter how sure you want to be as a number between 0 and 100'
        : 'Enter how many of a hundred may be wrong as a number between 0 and 100'
    case 'population-missing':
      return 'Select what the sample is drawn of'
    case 'nothing-there':
      return 'There is nothing of that to draw yet'
    case 'strata-missing':
      return 'Select how the sample is shared'
    case 'size-unreadable':
      return 'Enter how many are drawn, as a whole number of 1 or more'
    case 'size-beyond':
      return `At most ${numberWords(problem.most)} can be drawn`
    case 'seed-unreadable':
      return `Enter the seed as a whole number from 0 to ${largestSeed}`
  }
}

export function findingProblemWords(problem: FindingProblem): string {
  switch (problem.code) {
    case 'finding-missing':
      return 'Select whether you agree or found an exception'
    case 'note-missing':
      return 'Say what the exception is'
    case 'note-too-long':
      return `The note must be ${numberWords(problem.most)} characters or less`
    case 'found-meanwhile':
      return `${problem.by === '' ? 'Somebody else' : problem.by} has recorded something of this item meanwhile. It stands below: save yours again if it still holds`
  }
}
