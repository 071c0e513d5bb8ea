import { type EstimatedAssessor, flagLines, type StudiedCriterion } from '../../../core/understanding/index.ts'

type Study = NonNullable<StudiedCriterion['study']>

/** An assessor on one criterion. */
export type DifferingAssessor = EstimatedAssessor & { readonly criterion: string }

/** Assessors who are surely more than half a point from their peers on a criterion, those who differ most first. */
export const differingAssessors = (criteria: readonly StudiedCriterion[]): readonly DifferingAssessor[] =>
  ofEach(criteria, ({ assessors }) => assessors)
    .filter(({ probabilityFar }) => probabilityFar > flagLines.probabilityFar)
    .toSorted((one, other) => Math.abs(other.leniency) - Math.abs(one.leniency))

/** An application on one criterion. */
export type ChangedApplication = Study['applications'][number] & { readonly criterion: string }

/** As many as a table of them shows. */
const most = 10

/** The applications whose points on a criterion change most once the strictness of their assessors is allowed for. */
export const mostChanged = (criteria: readonly StudiedCriterion[]): readonly ChangedApplication[] =>
  ofEach(criteria, ({ applications }) => applications)
    .toSorted((one, other) => Math.abs(other.change) - Math.abs(one.change))
    .slice(0, most)

const ofEach = <Each extends object>(
  criteria: readonly StudiedCriterion[],
  of: (study: Study) => readonly Each[],
): readonly (Each & { readonly criterion: string })[] =>
  criteria.flatMap(({ criterion, study }) => (study === null ? [] : of(study).map((each) => ({ ...each, criterion }))))
