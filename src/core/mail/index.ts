export { type CutReply, cutReply } from './cut-reply.ts'
