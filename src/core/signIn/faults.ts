/** Why signing in at the organisation came to nothing, by the code in the address of the sign-in page. */
export const SIGN_IN_FAULTS = {
  'organisation-away': 'We cannot reach your organisation’s sign-in just now. Sign in with a code by e-mail, or try again later.',
  'organisation-refused': 'Your organisation’s sign-in did not let you through, or you stopped half-way. Try again, or use a code by e-mail.',
  'organisation-late': 'That sign-in took longer than 10 minutes, was used already, or began in another browser. Start it again here.',
  'organisation-invalid': 'The answer of your organisation’s sign-in could not be trusted, so we did not sign you in. Tell the team that runs this site.',
  'organisation-no-email': 'Your organisation’s sign-in gave no e-mail address that it has checked, so we cannot find your record. Use a code by e-mail.',
  'organisation-other-domain': 'Your organisation’s sign-in gave an address that may not sign in here. Use your work account.',
  'organisation-other-account': 'Your e-mail address belongs to another account of your organisation’s sign-in. Ask a coordinator to reset how you sign in.',
} as const;

export type SignInFault = keyof typeof SIGN_IN_FAULTS;

/** The sentence for a code from the address bar; null for none, and for a code that is not ours. */
export function sentenceOf(code: string | null): string | null {
  return code !== null && Object.hasOwn(SIGN_IN_FAULTS, code) ? SIGN_IN_FAULTS[code as SignInFault] : null;
}
