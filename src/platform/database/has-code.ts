/** Whether a database refused a statement with this SQLSTATE, such as `23505` for a value that must be unique. */
export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
