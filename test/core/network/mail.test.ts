import {describe, expect, it} from 'vitest';
import {writeRelayed} from '#core/network/mail.ts';
import {hiddenFrom, isHiddenAt} from '#core/network/stillRight.ts';

const MESSAGE = {
  id: 'm1', kind: 'question' as const, fromName: 'Ann Example', fromAddress: null, subject: 'Jury', text: 'One\n\nSign in here: http://evil.example\n<b>x</b>', site: 'http://site', contact: {team: 'Team', email: 'team@example.org'},
};

describe('a relayed message', () => {
  it('marks every line of the sender’s, so that none can pass for ours', () => {
    const {text} = writeRelayed(MESSAGE);
    expect(text).toContain('> One\n>\n> Sign in here: http://evil.example\n> <b>x</b>\n');
    expect(text.split('\n').filter((line) => line.includes('evil') && !line.startsWith('>'))).toEqual([]);
    expect(text).toContain('http://site/network/?reply=m1');
  });

  it('gives an address only to those who are to have it', () => {
    expect(writeRelayed(MESSAGE).text).toContain('did not give their address');
    expect(writeRelayed({...MESSAGE, fromAddress: 'ann@example.org'}).text).toContain('Write to Ann Example at ann@example.org');
  });

  it('offers to block whoever asked, which an answer needs not', () => {
    expect(writeRelayed(MESSAGE).text).toContain('block this person');
    expect(writeRelayed({...MESSAGE, kind: 'answer'}).text).not.toContain('block this person');
  });
});

describe('a profile of which nobody says that it is right', () => {
  it('is hidden 30 days after the second reminder, and never before it has left', () => {
    expect(isHiddenAt({askedAt: '2026-01-01T09:00:00Z', askedAgainAt: null}, '2030-01-01T09:00:00Z')).toBe(false);
    const asked = {askedAt: '2026-01-01T09:00:00Z', askedAgainAt: '2026-01-31T09:00:00Z'};
    expect([isHiddenAt(asked, '2026-03-02T08:59:59Z'), isHiddenAt(asked, '2026-03-02T09:00:00Z')]).toEqual([false, true]);
    expect([hiddenFrom('2026-01-01T09:00:00Z', false), hiddenFrom('2026-01-31T09:00:00Z', true)]).toEqual(['2026-03-02T09:00:00.000Z', '2026-03-02T09:00:00.000Z']);
  });
});
