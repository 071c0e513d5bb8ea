export * from './agreed-statement.ts'
export * from './sign-off.ts'
