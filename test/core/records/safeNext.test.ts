import {describe, expect, it} from 'vitest';
import {safeNext} from '#core/records/safeNext.ts';

const PAGES = [
  '/', '/my-record/', '/learn/getting-started/assessment/', '/methods/focus-group', '/join/?code=ABCD2345',
  '/cohorts/?id=0190f0c4-1111-7222-8333-444455556666', '/learn/getting-started/#what-you-need', '/a.b/c_d/~e/?x=1&y=//2#z',
];

const ELSEWHERE: [string, string][] = [
  ['nothing', ''],
  ['another host', 'https://evil.example/'],
  ['a host without a scheme', '//evil.example'],
  ['three slashes', '///evil.example'],
  ['a backslash for a slash', '/\\evil.example'],
  ['backslashes alone', '\\\\evil.example'],
  ['an encoded slash', '/%2Fevil.example'],
  ['an encoded slash in small letters', '/%2fevil.example'],
  ['an encoded backslash', '/%5Cevil.example'],
  ['an encoding of an encoding', '/%252Fevil.example'],
  ['an encoded first slash', '%2F%2Fevil.example'],
  ['a tab that browsers drop', '/\t/evil.example'],
  ['a line break that browsers drop', '/\n/evil.example'],
  ['a line break at the end', '/my-record/\n'],
  ['a space in front', ' //evil.example'],
  ['an empty segment', '/a//evil.example'],
  ['a dot before an empty segment', '/.//evil.example'],
  ['a way up', '/a/../../evil'],
  ['a name and a password', '/@evil.example'],
  ['a script', 'javascript:alert(1)'],
  ['a scheme without slashes', 'https:evil.example'],
  ['a relative page', 'my-record/'],
  ['the service', '/api/cohorts/1/members.csv'],
  ['the service alone', '/api'],
  ['the mail page', '/dev/mail'],
  ['the sign-in page', '/sign-in/?next=/sign-in/'],
  ['a backslash in the query', '/join/?code=\\\\evil'],
  ['markup in the query', '/join/?code=<script>'],
  ['full-width slashes', '/／evil.example'],
  ['far too much', `/${'a'.repeat(600)}`],
];

describe('where to go after signing in', () => {
  it.each(PAGES)('goes to the page of this site %s', (next) => {
    expect(safeNext(next)).toBe(next);
    expect(new URL(next, 'https://site.example').origin).toBe('https://site.example');
  });

  it.each(ELSEWHERE)('does not go to %s', (_what, next) => {
    expect(safeNext(next)).toBe('/my-record/');
  });

  it('goes to the fallback when nothing was asked', () => {
    expect(safeNext(null, '/learn/')).toBe('/learn/');
    expect(safeNext(undefined)).toBe('/my-record/');
  });

  it('answers at once whatever the length of the path', () => {
    const started = performance.now();
    safeNext(`/${'a/'.repeat(240)}%`);
    safeNext(`/${'a'.repeat(490)}%`);
    expect(performance.now() - started).toBeLessThan(50);
  });
});
