/** Letters of a column by its place, from 0. @example columnName(27) // => 'AB' */
export function columnName(column: number): string {
  const letter = String.fromCharCode('A'.charCodeAt(0) + (column % 26))
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`
}

/** Rows of a column, which stay where they are when a formula is copied. @example fixedRows('Lines', 0, 2, 9) // => 'Lines!$A$2:$A$9' */
export const fixedRows = (sheet: string, column: number, first: number, last: number): string =>
  `${sheet}!$${columnName(column)}$${first}:$${columnName(column)}$${last}`

/** Columns of a row, which stay where they are. @example fixedColumns('Rates', 4, 1, 3) // => 'Rates!$B$4:$D$4' */
export const fixedColumns = (sheet: string, row: number, first: number, last: number): string =>
  `${sheet}!$${columnName(first)}$${row}:$${columnName(last)}$${row}`
