/** Which reply to which request for clarification of an application, each counted from 1. */
export type ReplyVersion = { readonly request: number; readonly version: number }
