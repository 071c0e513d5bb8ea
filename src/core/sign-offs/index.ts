export * from './sign-off.ts'
