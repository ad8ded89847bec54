/** Widths of letters in ems, by kind, measured on Atkinson Hyperlegible Next. */
const KINDS: [letters: RegExp, width: number][] = [
  [/[.,:;!'’]/, 0.23], [/[ijl]/, 0.25], [/\s/, 0.28], [/[ftr()-]/, 0.33], [/[1I]/, 0.41], [/[cksvxyz?“”]/, 0.47], [/[0-9]/, 0.6], [/w/, 0.68], [/[mMW%]/, 0.86], [/[A-Z]/, 0.64],
];
const OTHER = 0.55;
const BOLD = 1.07;

/** About how wide a line of text is, in the units of its size. Good to a few hundredths: enough to tell a line that cannot fit. */
export function widthOfText(text: string, size: number, bold: boolean): number {
  const ems = [...text].reduce((sum, letter) => sum + (KINDS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER), 0);
  return ems * size * (bold ? BOLD : 1);
}
