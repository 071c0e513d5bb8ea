const [size, groups, load] = [100, 2, 4] as const
const block = groups * load ** 2
const popular = groups * load

type Fill = (paper: number, from: number, to: number, value: number) => void

/**
 * Case C4 of the paper on PeerReview4All: a hundred papers, each for four of a hundred reviewers, who read four each. What one
 * of a few papers has of the only reviewer who knows it, others would have had more of, so that methods which serve one
 * demand after another end far below the fairest, 14. A row for each paper of what each reviewer is worth to it, which is
 * 1 / (1 − similarity); far from whole multiples of one another.
 *
 * @see Stelmakh, Shah and Singh, PeerReview4All, JMLR 22, 2021, section 8.1; the authors' example 3,
 * https://github.com/niharshah/peerreview4all
 */
export function hardToBeFairTo(): readonly (readonly number[])[] {
  const near = Array.from({ length: block }, () => new Float64Array(block))
  const fill: Fill = (paper, from, to, value) => near[paper]?.fill(value, from, to)
  fill(0, 0, groups, 1 / load + 1e-3)
  fill(0, groups, popular, 1 / load)
  for (let group = 0; group < groups; group += 1) {
    fill(group + 1, group, group + 1, 1)
    fill(group + 1, popular, block, 1 / 100)
  }
  for (let paper = groups + 1; paper < block; paper += 1) fill(paper, 0, popular, 1)
  for (let paper = block - groups * (load - 1); paper < block; paper += 1) fill(paper, popular, block, 1 / load)
  makeUseless(fill)
  const worth = (paper: number, reviewer: number): number => {
    if (paper < block && reviewer < block) return 1 + 10 * (near[paper]?.[reviewer] ?? 0)
    return paper >= block && reviewer >= block ? 10 : 1
  }
  const places = Array.from({ length: size }, (_, place) => place)
  return places.map((paper) => places.map((reviewer) => worth(paper, reviewer)))
}

/** Leaves less and less to papers, from the last of the block upwards, for each reviewer more that they are to have. */
function makeUseless(fill: Fill): void {
  let [paper, reviewer, papers, value] = [block - popular, popular, block - popular, 1 / 100]
  const nextPaper = (): void => {
    paper -= 1
    papers -= 1
    reviewer = popular
  }
  for (let each = 2; each <= load; each += 1, value /= 2) {
    if (reviewer > popular) {
      fill(paper, reviewer, block, value)
      nextPaper()
    }
    let demand = papers * each
    while (Math.floor((demand - block) / load) > 0) {
      fill(paper, reviewer, block, value)
      demand -= each
      nextPaper()
    }
    for (; demand > block; demand -= 1, reviewer += 1) fill(paper, reviewer, reviewer + 1, value)
  }
}
