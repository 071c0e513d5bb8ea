/** What is done under a page on which somebody says whom they have to do with. */
export const interestsPath = (page: string): string => `${page}/interests`
export const removeInterestPath = (page: string, interest: string): string =>
  `${interestsPath(page)}/${interest}/remove`
export const confirmInterestsPath = (page: string): string => `${interestsPath(page)}/confirm`
