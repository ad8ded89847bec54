import {toLondonDay} from '../records/londonDay.ts';

interface Shared {
  title: string;
  organisation: string;
  /** The certificate's number. */
  id: string;
  /** Where anybody can check it. */
  address: string;
  validFrom: string;
  validUntil: string | null;
}

/**
 * The address at LinkedIn of a form that is filled in with a certificate. It holds the course, the issuer, two months and the address to check it
 * at, and no name.
 */
export function linkedInAddress({title, organisation, id, address, validFrom, validUntil}: Shared): string {
  const monthOf = (moment: string): string[] => toLondonDay(moment).split('-').map((part) => String(Number(part)));
  const [issueYear = '', issueMonth = ''] = monthOf(validFrom);
  const [expirationYear = '', expirationMonth = ''] = validUntil === null ? [] : monthOf(validUntil);
  const query = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME', name: title, organizationName: organisation, issueYear, issueMonth,
    ...(validUntil !== null && {expirationYear, expirationMonth}), certUrl: address, certId: id,
  });
  return `https://www.linkedin.com/profile/add?${query.toString()}`;
}

/** The name of the file that a signed certificate is saved under. It holds no name of a person: file names are seen by many. */
export function fileNameOf(courseId: string, kind: string): string {
  return `certificate-${courseId}-${kind}.jwt`;
}
