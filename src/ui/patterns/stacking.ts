import { type TableCell, type TableOptions, table } from '../components/index.ts'
import type { SafeHtml } from '../html.ts'

type StackingTable = Omit<TableOptions, 'head' | 'rows' | 'classes'> & {
  readonly head: readonly TableCell[]
  readonly rows: readonly (readonly TableCell[])[]
}

/**
 * A table whose rows are read on a phone without scrolling: each cell but the first stands below it, after the name of its
 * column, which is left out where there is nothing to name. For rows of which what matters stands in the last column.
 */
export const stackingTable = ({ head, rows, ...options }: StackingTable): SafeHtml =>
  table({
    ...options,
    head,
    classes: 'app-stacking',
    rows: rows.map(([first, ...others]) => [
      ...(first === undefined ? [] : [first]),
      ...others.map((cell, place) =>
        cell.text === ''
          ? cell
          : { ...cell, attributes: { ...cell.attributes, 'data-column-label': String(head[place + 1]?.text ?? '') } },
      ),
    ]),
  })
