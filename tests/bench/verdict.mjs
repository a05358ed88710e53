/** @param {readonly number[]} numbers */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}

/** The word for a figure beside its budget. @param {number} figure @param {number} budget */
export function verdict(figure, budget) {
  return figure <= budget ? 'within' : 'over';
}

/** @param {number} time microseconds */
export function ms(time) {
  return `${(time / 1000).toFixed(1)} ms`;
}
