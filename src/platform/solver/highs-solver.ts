import loadHighs, { type Highs, type Model, type ModelData } from 'highs'
import type { LinearProgram, Solve, Solved, SolveOptions } from '../../core/solver/linear-program.ts'

/** The cause is looked for in the linear program, down to rows that cannot do without one another. */
const irreducibleCause = 6

const primalSimplex = 4

/** Of linear programs with fewer unknowns, presolving and exact edge weights cost more than they save. */
const smallProgram = 20_000

const devexWeights = 1

/** Well below a millionth, the least step of a match: a row that is broken by one must not pass for kept. */
const tolerance = 1e-9

/** The least there is: corners whose worth differs by more are told apart. */
const hair = 1e-10

/**
 * The HiGHS solver, in this thread: it blocks while it works, so that servers put it in a worker.
 *
 * @see https://highs.dev
 */
export async function openHighs(): Promise<Solve> {
  const highs = await loadHighs()
  return (program, options = {}) =>
    program.objective.length === 0
      ? solvedEmpty(program)
      : highs.withModel((model) => solved(highs, model, program, options))
}

/** Without unknowns each row is nothing, and HiGHS does not ask whether it may be. */
function solvedEmpty({ rows }: LinearProgram): Solved {
  const broken = rows.findIndex(({ lower, upper }) => lower > 0 || upper < 0)
  return broken < 0 ? { status: 'optimal', values: new Float64Array(0) } : { status: 'infeasible', rows: [broken] }
}

function solved(highs: Highs, model: Model, program: LinearProgram, options: SolveOptions): Solved {
  setUp(model, program, options)
  model.passModel(modelOf(highs, program))
  if (options.start !== undefined) model.setSolution({ colValue: Float64Array.from(options.start) })
  if (typeof options.from === 'object')
    model.setBasis({ colStatus: options.from.columns, rowStatus: options.from.rows })
  model.run()
  const { modelStatus, solutionStatus } = highs.constants
  const decided: readonly number[] = [modelStatus.optimal, modelStatus.empty, modelStatus.infeasible]
  if (!program.integer && !decided.includes(model.getModelStatus())) {
    // What presolve and the dual simplex made of it was in doubt: the program as it stands is not.
    model.clearSolver()
    model.options.set({ presolve: 'off', simplex_strategy: primalSimplex })
    model.run()
  }
  const status = model.getModelStatus()
  if (status === modelStatus.optimal || status === modelStatus.empty) {
    const gap = program.integer && (options.withinGap ?? 0) > 0 ? Number(model.info.get('mip_gap')) : 0
    // As near as was asked for, which is not proven to be the best.
    if (gap > tolerance) return { status: 'stopped', values: valuesOf(model), gap }
    return {
      status: 'optimal',
      values: valuesOf(model),
      ...(!program.integer && { reducedCosts: Float64Array.from(model.getSolution().colDual) }),
      ...(options.from !== undefined && { end: endOf(model) }),
    }
  }
  if (status === modelStatus.infeasible)
    return { status: 'infeasible', rows: options.explain === true ? causeOf(model, program) : [] }
  const found = model.info.get('primal_solution_status') === solutionStatus.feasible
  return {
    status: 'stopped',
    values: found ? valuesOf(model) : null,
    gap: found ? Number(model.info.get('mip_gap')) : Number.POSITIVE_INFINITY,
  }
}

/** The corner at which the simplex ended, with what a unit more of each row would be worth. */
function endOf(model: Model) {
  const { colStatus, rowStatus } = model.getBasis()
  const rowPrices = Float64Array.from(model.getSolution().rowDual)
  return { columns: Int32Array.from(colStatus), rows: Int32Array.from(rowStatus), rowPrices }
}

function setUp(
  model: Model,
  { integer, objective }: LinearProgram,
  { mostNodes, withinGap = 0, from }: SolveOptions,
): void {
  model.options.set({
    output_flag: false,
    random_seed: 0,
    mip_rel_gap: withinGap,
    mip_abs_gap: 0,
    iis_strategy: irreducibleCause,
    ...(!integer &&
      (objective.length < smallProgram || from !== undefined) && {
        presolve: 'off',
        simplex_dual_edge_weight_strategy: devexWeights,
      }),
    ...(from !== undefined && { dual_feasibility_tolerance: hair }),
    // More columns leave a corner possible, though no longer the best: the primal simplex goes on from there.
    ...(typeof from === 'object' && { simplex_strategy: primalSimplex }),
    // Of linear programs too much would be asked: their objectives are in millions.
    ...(integer && { primal_feasibility_tolerance: tolerance, mip_feasibility_tolerance: tolerance }),
    ...(mostNodes !== undefined && { mip_max_nodes: mostNodes }),
  })
}

const valuesOf = (model: Model): Float64Array => Float64Array.from(model.getSolution().colValue)

function modelOf(highs: Highs, { objective, columnLower, columnUpper, integer, rows }: LinearProgram): ModelData {
  const starts = new Int32Array(rows.length + 1)
  rows.forEach((row, index) => {
    starts[index + 1] = (starts[index] ?? 0) + row.columns.length
  })
  const bound = (value: number): number => (Number.isFinite(value) ? value : Math.sign(value) * highs.infinity)
  return {
    numCols: objective.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: objective,
    colLower: columnLower.map(bound),
    colUpper: columnUpper.map(bound),
    rowLower: rows.map(({ lower }) => bound(lower)),
    rowUpper: rows.map(({ upper }) => bound(upper)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: objective.length,
      starts,
      indices: Int32Array.from(rows.flatMap(({ columns }) => [...columns])),
      values: Float64Array.from(rows.flatMap(({ values }) => [...values])),
    },
    ...(integer && { integrality: new Int32Array(objective.length).fill(highs.constants.variableType.integer) }),
  }
}

/** The rows of the cause. It is looked for without whole unknowns, which is enough where those come by themselves. */
function causeOf(model: Model, program: LinearProgram): readonly number[] {
  if (program.integer) return []
  return [...model.getIis().rowIndex].sort((one, other) => one - other)
}
