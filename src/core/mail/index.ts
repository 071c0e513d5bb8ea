export { type CutReply, cutReply, replyMarker } from './cut-reply.ts'
