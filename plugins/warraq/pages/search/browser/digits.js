// Numbers that the page writes, in the digits of the site: the page says which (`data-digits`), and where it says none they are 0-9.
const ZERO = { arab: 0x660, arabext: 0x6f0 };

export const digitsOfPage = () => globalThis.document?.documentElement.dataset?.digits ?? "latn";

// `value` is a number, or a text of ours that has some: never a reader's or an article's words.
export function digits(value, name = digitsOfPage()) {
  const zero = ZERO[name];
  return zero ? String(value).replace(/[0-9]/gu, (digit) => String.fromCharCode(zero + Number(digit))) : String(value);
}
