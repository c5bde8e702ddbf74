/** How fingers slip: two digits exchanged, one digit wrong, one too many or too few, the comma moved. */
export function isSlip(a: string, b: string): boolean {
  const [left, right] = [a, b].map((text) => text.replace(/\D/g, '').replace(/^0+(?=\d)/, ''));
  if (left === undefined || right === undefined || a === b) return false;
  if (left === right) return true;
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length < 2) return false;
  if (short.length === long.length) {
    const off = [...short].flatMap((digit, i) => (digit === long[i] ? [] : [i]));
    const [first = 0, second] = off;
    if (off.length === 1) return true;
    return off.length === 2 && second === first + 1 && short[first] === long[second] && short[second] === long[first];
  }
  return short.length > 1 && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}
