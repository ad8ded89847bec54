import type {Course} from '../courses/course.ts';
import {KIND_WORDS, attendanceRuleOf, writeAttendanceRule, writeRequirements} from './kinds.ts';
import type {CredentialKind} from './kinds.ts';

/** What an installation signs as. */
export interface IssuerFacts {
  /** Scheme and host of the site, without a slash at the end. */
  publicUrl: string;
  /** The organisation's name. */
  name: string;
}

/** The issuer's address: where its profile and its keys are published. It stands in every certificate. */
export function issuerIdOf(publicUrl: string): string {
  return `${publicUrl}/api/credentials/issuer`;
}

/** The address of the issuer's public keys, before the `#` of each. */
export function keysAddressOf(publicUrl: string): string {
  return `${publicUrl}/api/credentials/jwks.json`;
}

/** The address of a list of revoked certificates. Lists count from 1. */
export function statusListAddressOf(publicUrl: string, list: number): string {
  return `${publicUrl}/api/credentials/status/${list}`;
}

/** Where anybody can check a certificate. */
export function verifyAddressOf(publicUrl: string, id: string): string {
  return `${publicUrl}/verify/?id=${id}`;
}

/** The id of what a certificate is for. The same for everybody who holds it, and another one for attendance. */
export function achievementIdOf(publicUrl: string, courseId: string, kind: CredentialKind): string {
  return `${publicUrl}/learn/${courseId}/#${kind}`;
}

type CourseFacts = Pick<Course, 'id' | 'title' | 'summary' | 'version' | 'outcomes' | 'assessment' | 'certificates'> & {rule: unknown};

function achievementOf(course: CourseFacts, kind: CredentialKind, publicUrl: string): Record<string, unknown> {
  const isCompetence = kind === 'competence';
  const outcomes = course.outcomes.map(({text}) => `- ${text}`).join('\n');
  return {
    id: achievementIdOf(publicUrl, course.id, kind), type: ['Achievement'], achievementType: 'Certificate',
    name: isCompetence ? course.title : `Attendance: ${course.title}`,
    description: `${KIND_WORDS[kind].proves} The course: ${course.summary}`,
    criteria: {
      narrative: isCompetence
        ? `The holder had to ${writeRequirements(course)}.\n\nWhat the course teaches:\n\n${outcomes}`
        : `The holder had to ${writeAttendanceRule(attendanceRuleOf(course))} of one run of the course. No work was judged for this certificate.`,
    },
    version: String(course.version),
  };
}

/** What makes one certificate differ from every other. */
export interface CredentialIdentity {
  /** 32 hexadecimal digits made by chance. */
  id: string;
  /** A second number made by chance, for whoever holds it. It stands in this certificate alone, so that two of one person cannot be joined by it. */
  subjectId: string;
  holder: string;
  /** The holder's e-mail address, scrambled with a salt of this certificate. Null: not asked for. */
  email: {hash: string; salt: string} | null;
  status: {list: number; place: number};
  /** Seconds since 1970. */
  issuedAt: number;
}

/** The identities of a holder by which others know them: the name, and the e-mail address where they asked for it. */
function identifiersOf({holder, email}: Pick<CredentialIdentity, 'holder' | 'email'>): Record<string, unknown>[] {
  return [
    {type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: holder},
    ...(email ? [{type: 'IdentityObject', identityType: 'emailAddress', hashed: true, identityHash: email.hash, salt: email.salt}] : []),
  ];
}

/** The members that say which certificate it is, whose and since when. */
function identityMembers(issuer: IssuerFacts, {id, subjectId, status, issuedAt}: CredentialIdentity): Record<string, unknown> {
  const address = verifyAddressOf(issuer.publicUrl, id);
  const list = statusListAddressOf(issuer.publicUrl, status.list);
  return {
    id: address,
    issuer: {id: issuerIdOf(issuer.publicUrl), type: ['Profile'], name: issuer.name, url: issuer.publicUrl},
    validFrom: new Date(issuedAt * 1000).toISOString(),
    credentialStatus: {id: `${list}#${status.place}`, type: 'BitstringStatusListEntry', statusPurpose: 'revocation', statusListIndex: String(status.place), statusListCredential: list},
    iss: issuerIdOf(issuer.publicUrl), sub: subjectId, jti: address, nbf: issuedAt,
  };
}

/**
 * The payload of a certificate: an OpenBadgeCredential of Open Badges 3.0 (1EdTech, 2024) with its members at the top, and beside them the claims
 * that section 8.2 asks for. `validUntil` and `evidence` come from the standing that earned it.
 */
export function writeCredential(issuer: IssuerFacts, course: CourseFacts, kind: CredentialKind, {validUntil, evidence}: {validUntil: string | null; evidence: string}, identity: CredentialIdentity): Record<string, unknown> {
  const achievement = achievementOf(course, kind, issuer.publicUrl);
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: `${KIND_WORDS[kind].title}: ${course.title}`,
    ...identityMembers(issuer, identity),
    ...(validUntil !== null && {validUntil, exp: Math.floor(Date.parse(validUntil) / 1000)}),
    credentialSubject: {id: identity.subjectId, type: ['AchievementSubject'], identifier: identifiersOf(identity), achievement},
    evidence: [{type: ['Evidence'], name: kind === 'competence' ? 'Completion' : 'Register', narrative: evidence}],
  };
}

/** The payload of a certificate again, under a new number, with another name, dated now. What it is for and when it ends stay as they were signed. */
export function rewriteCredential(issuer: IssuerFacts, payload: Readonly<Record<string, unknown>>, identity: CredentialIdentity): Record<string, unknown> {
  const subject = payload['credentialSubject'] as Record<string, unknown>;
  return {
    ...payload, ...identityMembers(issuer, identity),
    credentialSubject: {...subject, id: identity.subjectId, identifier: identifiersOf(identity)},
  };
}
