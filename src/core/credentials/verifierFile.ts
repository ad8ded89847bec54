import type {Issuer} from './signature.ts';

/** What the verifier that people download knows from the moment at which it was made. */
export interface VerifierData {
  /** ISO 8601. */
  madeAt: string;
  /** The issuer whose site it came from, and then those that it trusts. */
  issuers: readonly Issuer[];
  /** The first issuer's signed lists of revoked certificates. */
  statusLists: readonly string[];
}

/** Where the data goes in the file. */
export const DATA_PLACE = '<script type="application/json" id="verifier-data">null</script>';

/** Puts the data into the file that the build made. Throws when the file has no place for it. */
export function fillVerifier(template: string, data: VerifierData): string {
  const [before, after, ...rest] = template.split(DATA_PLACE);
  if (before === undefined || after === undefined || rest.length > 0) throw new Error('The verifier has no place for its data. Build the site again.');
  // Nothing in the data can end the element that it stands in.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return before + DATA_PLACE.replace('null', () => json) + after;
}
