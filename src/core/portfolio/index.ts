export { choosePortfolio, type Portfolio } from './choose-portfolio.ts'
export type { PortfolioCause } from './explain-impossible.ts'
export type { Candidate, DifferentRule, MemberRule, PortfolioCase, SpreadRule } from './portfolio-case.ts'
