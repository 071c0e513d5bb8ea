import type { NewResource } from '../../core/network/index.ts'

/**
 * Two case studies of published facts: nothing in them is made up.
 *
 * @see docs/sources.md#3bm
 */
export const caseStudies: readonly NewResource[] = [
  {
    kind: 'case-study',
    title: '3BM: a mutual joint venture of three London boroughs',
    summary:
      'Staff who served schools in three boroughs left to form a company that they own with a partner, with the councils’ work guaranteed for four years.',
    author: 'Written from the published sources that it names',
    licence: 'ogl-3',
    sourceUrl: 'http://www.localgovernmentlawyer.co.uk/index.php?option=com_content&view=article&id=13983',
    text: `## What it is

3BM began on 24 April 2013 with staff of Hammersmith and Fulham, Kensington and Chelsea, and Westminster who provided services to schools. Employees own 75.1% and the partner, Prospects, 24.9%. It was expected to save £1 million over four years ([Local Government Lawyer](http://www.localgovernmentlawyer.co.uk/index.php?option=com_content&view=article&id=13983)).

## What helped

About £55,000 of legal support from the government’s Mutuals Support Programme, and business of the councils guaranteed for four years. The employees’ shares are held in an employee benefit trust ([Bob Kerslake’s blog, December 2013](https://bobkerslake.blog.gov.uk/2013/12/03/mutuals-my-visit-to-3bm/)).

## What it costs one council

The Cabinet of Hammersmith and Fulham agreed on 4 March 2013 to a contract of four years from 2 April 2013: £977,891 in 2013/14, falling in steps to £765,641 by 2017/18, with an option of three more years ([decision](https://democracy.lbhf.gov.uk/ieIssueDetails.aspx?IId=16693&Opt=3&PlanId=0)). That is £212,250 or 21.7% less. The decision names five financial years for a contract of four.`,
  },
  {
    kind: 'case-study',
    title: 'Three boroughs, one procurement: how the partner of 3BM was found',
    summary: 'How three councils that share services bought a minority partner for a company of their staff.',
    author: 'Written from the published sources that it names',
    licence: 'ogl-3',
    sourceUrl: 'https://www.information-age.com/london-boroughs-to-spin-off-shared-services-mutual-27049/',
    text: `## What was bought

Hammersmith and Fulham, Kensington and Chelsea, and Westminster invited tenders for a partner in a company to be formed of staff of shared services: work of £12 million to £22 million over four years. The councils were to have half of the net profit, and staff were to be transferred under TUPE ([Information Age](https://www.information-age.com/london-boroughs-to-spin-off-shared-services-mutual-27049/)).

## How it was chosen

The staff chose Prospects in a “dragons’ den”. The share of the partner was capped at 25%, so that employees keep control ([Local Government Lawyer](http://www.localgovernmentlawyer.co.uk/index.php?option=com_content&view=article&id=13983)).

## What to ask of your own

Whether one procurement can serve several councils, who signs for each, and what becomes of the guarantee of work when it ends: the published sources do not say what came after the four years.`,
  },
]
