import type { AssessmentPhase } from '../../core/assessment/index.ts'

export const assessmentPhaseWords: Readonly<Record<AssessmentPhase, string>> = {
  sifting: 'Before scoring',
  scoring: 'Scoring is open',
  closed: 'Scoring has closed',
  shortlisted: 'Shortlisted',
}
