import {createElement} from 'react';
import type {ComponentProps} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, test} from 'vitest';
import {OtherWays} from '#components/account/OtherWays.tsx';
import {Passkeys} from '#components/account/Passkeys.tsx';
import {SecondFactor, SecondFactorOffer} from '#components/account/SecondFactor.tsx';
import {Sessions} from '#components/account/Sessions.tsx';

const nothing = async (): Promise<[]> => [];
const KEY = {id: 'k', name: '<b>Work laptop</b>', addedOn: '22 November 2026', lastUsedOn: null};

describe('ways to sign in', () => {
  const draw = (props: Partial<ComponentProps<typeof OtherWays>>): string =>
    renderToStaticMarkup(createElement(OtherWays, {organisation: null, next: '/cohorts/?a=b', canUsePasskeys: false, onLeft: () => undefined, onPasskey: nothing, ...props}));

  test('are not mentioned where there are none', () => {
    expect(draw({})).toBe('');
  });

  test('lead to the organisation’s sign-in with the page to come back to', () => {
    expect(draw({organisation: {label: 'Sign in with your council account', isReachable: true}})).toContain('href="/api/sign-in/oidc/start?next=%2Fcohorts%2F%3Fa%3Db"');
  });

  test('say when the organisation’s sign-in is away, and offer no link to it', () => {
    const html = draw({organisation: {label: 'Sign in with your council account', isReachable: false}});
    expect(html).toContain('cannot be reached just now');
    expect(html).not.toContain('href=');
  });
});

describe('the list of passkeys', () => {
  const draw = (props: Partial<ComponentProps<typeof Passkeys>>): string => renderToStaticMarkup(createElement(Passkeys, {
    passkeys: [KEY], isRequired: false, mayAdd: true, mayRemove: true, canMake: true, organisationHref: null, onAdded: nothing, onRemoved: nothing, onUsed: nothing, ...props,
  }));

  test('shows names as text', () => {
    expect(draw({})).toContain('&lt;b&gt;Work laptop&lt;/b&gt;');
  });

  test.each([
    [{}, true], [{isRequired: true}, false], [{isRequired: true, passkeys: [KEY, {...KEY, id: 'other'}]}, true], [{mayRemove: false}, false],
  ])('with %j offers to remove one: %s', (props, expected) => {
    expect(draw(props).includes('>Remove<')).toBe(expected);
  });

  test('asks for the passkey again where it is locked, and shows no form then', () => {
    const html = draw({mayAdd: false, mayRemove: false});
    expect(html).toContain('Use your passkey now');
    expect(html).not.toContain('Add this passkey');
  });

  test('shows somebody without any who may not add one the way by their organisation', () => {
    expect(draw({passkeys: [], mayAdd: false, mayRemove: false, organisationHref: '/api/sign-in/oidc/start?anew=1'})).toContain('href="/api/sign-in/oidc/start?anew=1"');
  });
});

test('a role that waits says so and where to go', () => {
  expect(renderToStaticMarkup(createElement(SecondFactorOffer, {role: 'trainer', next: '/cohorts/'}))).toMatch(/Use your passkey to work as a trainer.*href="\/account\/\?next=%2Fcohorts%2F"/);
  const first = renderToStaticMarkup(createElement(SecondFactor, {role: 'lead', hasPasskeys: false, mayAdd: true, organisationHref: null, onUsed: nothing}));
  expect(first).toContain('Add your first passkey');
  const lost = renderToStaticMarkup(createElement(SecondFactor, {role: 'lead', hasPasskeys: true, mayAdd: false, organisationHref: null, onUsed: nothing}));
  expect(lost).toContain('Ask a coordinator to reset them');
});

test('sessions can be ended, but not the one in use', () => {
  const one = {id: 'a', how: 'passkey' as const, device: 'Firefox on Windows', started: '22 November 2026 at 9:00am', lastSeen: '22 November 2026 at 9:05am'};
  const html = renderToStaticMarkup(createElement(Sessions, {sessions: [{...one, isThis: true}, {...one, id: 'b', isThis: false}], onEnded: nothing, onOthersEnded: nothing}));
  expect(html.match(/>End</g)).toHaveLength(1);
  expect(html).toContain('(this one)');
});
