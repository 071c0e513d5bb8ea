export * from './debrief-request.ts'
export * from './debrief-window.ts'
