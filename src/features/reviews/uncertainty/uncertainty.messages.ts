/** Why nothing was simulated. */
export const runProblemText = (code: 'nothing-to-run' | 'cannot-go-together' | 'run-gone'): string =>
  ({
    'nothing-to-run': 'Enter the costs of business as usual first: there is nothing to simulate yet',
    'cannot-go-together':
      'What goes together cannot all be: if one line goes with a second and that with a third, the first and the third cannot go against each other. Change a pair',
    'run-gone': 'That simulation is not there',
  })[code]
