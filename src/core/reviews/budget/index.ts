export type { BudgetMapping, ColumnUse } from './budget-mapping.ts'
export { guessMapping } from './budget-mapping.ts'
export {
  type BudgetTable,
  type BudgetTableProblem,
  budgetLimits,
  columnName,
  readTableText,
  tableText,
  tidyTable,
} from './budget-table.ts'
export {
  type BudgetLine,
  type BudgetRowProblem,
  type MappingProblem,
  mappingProblems,
  optionById,
  readBudget,
} from './read-budget.ts'
