import { placesAt, weightLines } from '../../../core/mcda/index.ts'
import type { WeighedReview } from '../../../core/reviews/index.ts'
import { readNumber } from '../../../core/rounds/field-problem.ts'
import { fieldText } from '../../../ui/patterns/index.ts'
import type { SensitivityModel } from './pages/sensitivity.ts'
import { type NameOf, percentText, pointsText, quoted } from './weighed.messages.ts'
import { weighedPath } from './weighing.paths.ts'

/** Lines that can be told apart in one picture. */
const mostLines = 6

/** @param weight of that criterion to try, in percent as it was typed */
type Asked = { readonly reference: string; readonly criterion: string | null; readonly weight: string | null }

/** How far weights and scores can change before another option is first, as it is shown. */
export function describeSensitivity(
  weighed: WeighedReview,
  nameOf: NameOf,
  { reference, criterion: asked, weight }: Asked,
): SensitivityModel {
  const { given, result } = weighed
  const ids = given.criteria.map(({ id }) => id)
  const chosen = Math.max(0, ids.indexOf(asked !== null && ids.includes(asked) ? asked : mostSensitive(weighed)))
  return {
    intervals: result.switching.map(({ criterion, from, to }, at) => ({
      title: nameOf(criterion),
      href: `${weighedPath(reference)}?criterion=${criterion}#sensitivity`,
      now: percentText(result.weights[at] ?? 0),
      leads: from <= 0 && to >= 1 ? 'Any weight' : `${percentText(from)} to ${percentText(to)}`,
      otherwise: otherwise(weighed, criterion, nameOf),
    })),
    picture: pictureOf(weighed, chosen, nameOf),
    scores: scoreRows(weighed, nameOf),
    criteria: ids.map(nameOf),
    tried: triedOf(weighed, chosen, nameOf, { action: weighedPath(reference), weight }),
  }
}

/** Where options stand with another weight of one criterion; with its own where none that can be was typed. */
function triedOf(
  { given, result }: WeighedReview,
  column: number,
  nameOf: NameOf,
  { action, weight }: { readonly action: string; readonly weight: string | null },
): SensitivityModel['tried'] {
  const now = result.weights.map((each) => Math.round(each * 1000) / 10)
  const read = weight === null ? undefined : readNumber('weight', weight, { least: 0, most: 100, decimals: 6 })
  const tried = read?.ok === true ? read.value : (now[column] ?? 0)
  const lines = given.criteria.map((_, at) => weightLines(given.values, result.weights, at))
  const places = placesAt(lines[column] ?? [], tried / 100)
  return {
    action,
    choices: given.criteria.map(({ id }) => ({ value: id, text: nameOf(id) })),
    criterion: given.criteria[column]?.id ?? '',
    weight: read?.ok === false ? (weight ?? '') : String(tried),
    problems:
      read?.ok === false
        ? [fieldText('tried-weight', 'Enter the weight as a number from 0 to 100. Below it weighs what it weighs now')]
        : [],
    lines: Object.fromEntries(given.criteria.map(({ id }, at) => [id, { now: now[at], lines: lines[at] }])),
    rows: given.options.map((option, row) => ({
      title: nameOf(option),
      now: pointsText(result.totals[row] ?? 0),
      total: pointsText(places[row]?.total ?? 0),
      place: places[row]?.place ?? 0,
    })),
  }
}

function otherwise({ weightSwitches }: WeighedReview, id: string, nameOf: NameOf): string {
  const own = weightSwitches.filter(({ criterion }) => criterion === id)
  return own
    .map(({ when, leaders }) => `${when === 'below' ? 'Below' : 'Above'}: ${quoted(leaders, nameOf)}`)
    .join('. ')
}

/** The criterion whose weight needs to change the least for another option to be first. */
function mostSensitive({ weightSwitches, given }: WeighedReview): string {
  const nearest = weightSwitches.toSorted(
    (one, other) => Math.abs(one.at - one.now) - Math.abs(other.at - other.now),
  )[0]
  return nearest?.criterion ?? given.criteria[0]?.id ?? ''
}

function pictureOf(weighed: WeighedReview, column: number, nameOf: NameOf): SensitivityModel['picture'] {
  const { given, result, weightSwitches } = weighed
  const criterion = given.criteria[column]?.id ?? ''
  const lines = weightLines(given.values, result.weights, column)
  const best = lines
    .map((line, row) => ({ row, line, highest: Math.max(...line, result.totals[row] ?? 0) }))
    .sort((one, other) => other.highest - one.highest || one.row - other.row)
    .slice(0, mostLines)
    .sort((one, other) => (result.totals[other.row] ?? 0) - (result.totals[one.row] ?? 0))
  const own = weightSwitches.filter((each) => each.criterion === criterion)
  const { from = 0, to = 1 } = result.switching[column] ?? {}
  const leader = quoted(result.ranking[0] ?? [], nameOf)
  return {
    title: nameOf(criterion),
    finding:
      own.length === 0
        ? `Whatever “${nameOf(criterion)}” weighs, ${leader} stays first.`
        : `${leader} is first while “${nameOf(criterion)}” weighs from ${percentText(from)} to ${percentText(to)}. It weighs ${percentText(result.weights[column] ?? 0)} now.`,
    lines: best.map(({ row, line }) => ({
      label: nameOf(given.options[row] ?? ''),
      from: line[0] * 100,
      to: line[1] * 100,
    })),
    marks: [
      { label: 'It weighs this now', at: (result.weights[column] ?? 0) * 100, solid: true },
      ...own.map(({ at, leaders }) => ({ label: `${quoted(leaders, nameOf)} from here`, at: at * 100 })),
    ],
  }
}

/** For each option what its score on each criterion would have to become for the lead to change hands. */
const scoreRows = ({ given, valueSwitches, result }: WeighedReview, nameOf: NameOf): SensitivityModel['scores'] =>
  given.options.map((option) => ({
    title: nameOf(option),
    leads: result.ranking[0]?.[0] === option,
    cells: valueSwitches
      .filter((each) => each.option === option)
      .map(({ now, at }) => ({ now: pointsText(now), at: at === null ? undefined : pointsText(at) })),
  }))
