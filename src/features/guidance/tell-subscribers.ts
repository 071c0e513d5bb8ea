/** The job that tells those who asked to be told. */
export const tellSubscribersJob = 'tell-subscribers'
