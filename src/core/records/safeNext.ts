/** A page of this site: plain segments, no empty one. An encoded character in the path is refused, since it could hide a slash. */
const OWN_PAGE = /^\/(?:[\w.~-]+\/)*[\w.~-]*(?:\?[!$-;=?-[\]_a-z~]*)?(?:#[\w.~-]*)?$/;
const LONGEST = 500;

/**
 * Where to go after signing in. Takes what the address bar said (decoded once) and gives it back if it is a page of this site;
 * otherwise `fallback`. Refuses other hosts in every spelling (`//evil`, `/\evil`, encoded forms), the service's own addresses
 * and the sign-in page itself. Rule: abuse case "open redirect" of OWASP ASVS 5.0, 3.7.2.
 */
export function safeNext(next: string | null | undefined, fallback = '/my-record/'): string {
  if (!next || next.length > LONGEST || !OWN_PAGE.test(next)) return fallback;
  const path = next.split(/[?#]/, 1)[0] ?? '';
  const [first] = path.split('/').filter(Boolean);
  if (path.split('/').some((segment) => segment === '.' || segment === '..')) return fallback;
  return first === 'api' || first === 'dev' || first === 'sign-in' ? fallback : next;
}
