import {createElement} from 'react';
import type {ReactElement} from 'react';
import {renderToStaticMarkup} from 'react-dom/server';
import {describe, expect, it} from 'vitest';
import {CertificateActions} from '#components/credentials/CertificateActions.tsx';
import {CertificateSheet} from '#components/credentials/CertificateSheet.tsx';
import {AvailableList, HeldList} from '#components/credentials/MyCertificates.tsx';
import {RunCertificates} from '#components/credentials/RunCertificates.tsx';
import {VerificationResult} from '#components/credentials/VerificationResult.tsx';
import type {HeldCredential, RunCredentials} from '#core/credentials/api.ts';
import type {Verification} from '#core/credentials/verify.ts';

const draw = (element: ReactElement): string => renderToStaticMarkup(element);
const nothing = (): void => undefined;
const certificate: HeldCredential = {
  id: 'a'.repeat(32), courseId: 'planning', kind: 'competence', cohortId: null, name: '<img src=x onerror=alert(1)>', validFrom: '2026-11-22T09:00:00Z', validUntil: '2027-11-22T23:59:59Z',
  revoked: null, address: `https://consult.example.org/verify/?id=${'a'.repeat(32)}`, jwt: 'x',
};
const sheet = (changes: Partial<HeldCredential> = {}, isOver = false): string => draw(createElement(CertificateSheet, {
  certificate: {...certificate, ...changes}, courseTitle: 'Planning', organisation: 'Sample Council', criteria: 'The holder had to pass.\n\nWhat the course teaches:\n\n- You can plan.\n- You can count.', isOver,
}));

describe('the certificate', () => {
  it('is real text under one heading, with its code explained and the address beside it', () => {
    const html = sheet();
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).toMatch(/role="img" aria-label="QR code that leads to the address beside it/);
    for (const words of ['Sample Council', 'Planning', '22 November 2026', 'the end of 22 November 2027', certificate.address, 'The holder had to pass.', '<li>You can plan.</li>']) expect(html).toContain(words);
  });

  it('says of attendance that it proves no skill, and of what is over or revoked that it does not hold', () => {
    expect(sheet({kind: 'attendance', validUntil: null})).toMatch(/says nothing about what they can do[\s\S]*|no end date/);
    expect(sheet({revoked: {at: '2026-12-01T09:00:00Z', reason: 'Wrong'}})).toContain('Revoked on 1 December 2026. This certificate no longer holds.');
    expect(sheet({}, true)).toContain('This certificate is over.');
  });

  it('offers nothing to share once it does not hold, and names the site before it sends anybody there', () => {
    const actions = (onShared: (() => void) | null): string => draw(createElement(CertificateActions, {address: certificate.address, onPrinted: nothing, onDownloaded: nothing, onCopied: () => Promise.resolve(true), onShared}));
    expect(actions(nothing)).toMatch(/linkedin\.com.*Nothing goes there before you press it/);
    expect(actions(nothing)).not.toMatch(/href="https/);
    expect(actions(null)).not.toMatch(/LinkedIn|Copy the address/);
  });
});

describe('what checking found', () => {
  const verification: Verification = {verdict: 'invalid', credential: null, checks: [{id: 'signature', state: 'failed', sentence: 'Sample Council did not sign this.'}]};
  it('says it first, in words, with each check', () => {
    const html = draw(createElement(VerificationResult, {verification}));
    expect(html).toMatch(/<h2[^>]*>Do not rely on this certificate<\/h2>/);
    expect(html).toContain('<strong>Signature: Failed.</strong> Sample Council did not sign this.');
    expect(html).not.toContain('Given to');
  });
});

describe('the lists', () => {
  it('say how each certificate stands', () => {
    const held = [certificate, {...certificate, id: 'b', validUntil: '2026-11-01T00:00:00Z'}, {...certificate, id: 'c', revoked: {at: '2026-11-02T00:00:00Z', reason: 'replaced'}}];
    const html = draw(createElement(HeldList, {held, titleOf: () => 'Planning', now: '2026-11-22T09:00:00Z'}));
    for (const words of ['Holds until the end of 22 November 2027', 'Over since 1 November 2026', 'Replaced on 2 November 2026 by another one']) expect(html).toContain(words);
  });

  it('ask for a name where there is none, and say what is missing', () => {
    const available = [{courseId: 'planning', kind: 'competence' as const, cohortId: null, runTitle: null, why: null}, {courseId: 'planning', kind: 'attendance' as const, cohortId: 'r', runTitle: 'Autumn', why: 'At 1 of 2 sessions.'}];
    const html = draw(createElement(AvailableList, {available, displayName: null, titleOf: () => 'Planning', onAsked: () => Promise.resolve([])}));
    expect(html).toContain('Your name');
    expect(html).toContain('<strong>Not yet:</strong> At 1 of 2 sessions.');
    expect(html).not.toMatch(/checked=""/);
  });

  it('of a run say in words who has what, and let nobody issue to themselves', () => {
    const found: RunCredentials = {
      run: {id: 'r', title: '=Autumn', courseId: 'planning'}, kinds: ['attendance'],
      people: [
        {personId: '1', name: 'Ann Sample', standings: [{kind: 'attendance', state: 'ready', id: null, why: null}]},
        {personId: '2', name: 'Ben Sample', standings: [{kind: 'attendance', state: 'issued', id: 'a', why: null}]},
        {personId: '3', name: 'Tess Sample', standings: [{kind: 'attendance', state: 'own', id: null, why: 'You cannot issue to yourself.'}]},
      ],
    };
    const html = draw(createElement(RunCertificates, {found, onIssued: () => Promise.resolve({faults: [], outcomes: []})}));
    expect(html).toContain('Issue certificate of attendance to all who are ready (1)');
    expect(html.match(/Issue it/g)).toHaveLength(1);
    for (const words of ['<strong>Issued</strong>', '<strong>Yours</strong>: You cannot issue to yourself.', 'href="/certificates/issue/?run=r&amp;id=a#change"']) expect(html).toContain(words);
  });
});
