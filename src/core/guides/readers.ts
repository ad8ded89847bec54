/** Whom a page is written for, each with the words shown on it. */
export const READERS = {
  everyone: 'everyone',
  newcomers: 'people new to consultation',
  practitioners: 'people who plan and run consultations',
  'decision-makers': 'members and managers who decide',
  writers: 'people who write and design the papers',
  analysts: 'people who read and count the answers',
  trainers: 'trainers',
} as const;
export type Reader = keyof typeof READERS;
