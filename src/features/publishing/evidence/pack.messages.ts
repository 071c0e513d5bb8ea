import type { PackNames } from '../../../core/evidence/index.ts'
import type { PackProblem } from './make-pack.ts'

export const namesWords: Readonly<Record<PackNames, string>> = {
  shown: 'With names',
  replaced: 'Those who scored under pseudonyms',
}

export const packProblemWords: Readonly<Record<PackProblem['code'], string>> = {
  'still-scoring':
    'Names are replaced once scoring has closed: until then there is no assessment to take pseudonyms from',
  'not-bound':
    'Bind what is published of the assessment into the audit log first: pseudonyms are those of the published assessment',
}
