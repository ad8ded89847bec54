import * as z from 'zod';
import {Id} from '../quizzes/question.ts';
import {RecordId} from '../records/learningRecord.ts';
import {LONGEST_JWT} from './jwt.ts';
import {CREDENTIAL_KINDS} from './kinds.ts';

const Moment = z.iso.datetime({offset: true});
const Line = z.string().trim().min(1, 'Write something here.').max(120, 'Use at most 120 characters.').regex(/^\P{Cc}*$/u, 'Take out line breaks and tabs.');
const Reason = z.string().trim().min(1, 'Say why.').max(300, 'Use at most 300 characters.').regex(/^\P{Cc}*$/u, 'Take out line breaks and tabs.');
export const CredentialKind = z.enum(CREDENTIAL_KINDS);

/** Asks for one's own certificate. */
export const CredentialRequest = z.strictObject({
  courseId: Id,
  kind: CredentialKind,
  /** The course run, for a certificate of attendance. */
  cohortId: RecordId.nullable(),
  /** The name for the certificate, from somebody whose account has none. Left out, the account's name stands on it. */
  name: Line.optional(),
  /** Puts the e-mail address into it, scrambled, so that another body's site can match it to an account. */
  withEmail: z.boolean(),
});
export type CredentialRequest = z.infer<typeof CredentialRequest>;

/** A certificate, as its holder sees it. */
export const HeldCredential = z.object({
  id: z.string(),
  courseId: z.string(),
  kind: CredentialKind,
  cohortId: z.string().nullable(),
  /** The name on it. */
  name: z.string(),
  validFrom: Moment,
  validUntil: Moment.nullable(),
  /** Why it no longer holds; null while it does. */
  revoked: z.object({at: Moment, reason: z.string()}).nullable(),
  /** Where anybody can check it. */
  address: z.string(),
  /** The signed certificate itself. */
  jwt: z.string(),
});
export type HeldCredential = z.infer<typeof HeldCredential>;

/** A certificate that somebody could have, or not yet. */
export const AvailableCredential = z.object({
  courseId: z.string(),
  kind: CredentialKind,
  cohortId: z.string().nullable(),
  /** The name of the run, for attendance. */
  runTitle: z.string().nullable(),
  /** Why it cannot be had; null when it can. */
  why: z.string().nullable(),
});
export type AvailableCredential = z.infer<typeof AvailableCredential>;

export const RECOGNITION_STATES = ['waiting', 'recognised', 'refused'] as const;
/** Another body's certificate, as its holder sees it. */
export const Recognition = z.object({
  id: z.string(),
  issuer: z.string(),
  achievement: z.string(),
  /** The name on it; null when it gives none. */
  holder: z.string().nullable(),
  /** The course that it stands for; null while nobody has said. */
  courseId: z.string().nullable(),
  validFrom: Moment,
  validUntil: Moment.nullable(),
  state: z.enum(RECOGNITION_STATES),
  reason: z.string().nullable(),
  receivedAt: Moment,
});
export type Recognition = z.infer<typeof Recognition>;

export const MyCredentials = z.object({
  /** The account's name; null when it has none. */
  displayName: z.string().nullable(),
  held: z.array(HeldCredential),
  available: z.array(AvailableCredential),
  recognised: z.array(Recognition),
});
export type MyCredentials = z.infer<typeof MyCredentials>;

/** What anybody may see of a certificate by its number. */
export const PublicCredential = z.object({
  /** The signed certificate, to be checked by whoever asks. Null once it is over, so that no name is shown then. */
  jwt: z.string().nullable(),
  ended: z.object({why: z.enum(['revoked', 'expired']), at: Moment}).nullable(),
});
export type PublicCredential = z.infer<typeof PublicCredential>;

/** A certificate, as whoever may revoke it sees it. */
export const CredentialRecord = z.object({
  id: z.string(),
  courseId: z.string(),
  kind: CredentialKind,
  name: z.string(),
  validFrom: Moment,
  validUntil: Moment.nullable(),
  revoked: z.object({at: Moment, reason: z.string(), replacedBy: z.string().nullable()}).nullable(),
});
export type CredentialRecord = z.infer<typeof CredentialRecord>;

export const Revocation = z.strictObject({reason: Reason});
export const Replacement = z.strictObject({name: Line});

/** How one kind of certificate stands for one person of a run. `own`: whoever looks, who may not issue to themselves. */
export const RunStanding = z.object({
  kind: CredentialKind,
  state: z.enum(['issued', 'ready', 'not-yet', 'own']),
  /** The certificate's number, once issued. */
  id: z.string().nullable(),
  /** What is missing, or why it cannot be issued. */
  why: z.string().nullable(),
});
export type RunStanding = z.infer<typeof RunStanding>;
export const RunCredentials = z.object({
  run: z.object({id: z.string(), title: z.string(), courseId: z.string()}),
  kinds: z.array(CredentialKind),
  /** By name. `name`: the e-mail address of somebody who has given no name. */
  people: z.array(z.object({personId: z.string(), name: z.string(), standings: z.array(RunStanding)})),
});
export type RunCredentials = z.infer<typeof RunCredentials>;

/** Most people for whom certificates are issued in one request. */
export const MOST_AT_ONCE = 50;
export const RunIssue = z.strictObject({kind: CredentialKind, personIds: z.array(z.uuid()).min(1).max(MOST_AT_ONCE)});
export const RunIssued = z.object({
  outcomes: z.array(z.object({personId: z.string(), outcome: z.enum(['issued', 'already-there', 'refused']), why: z.string().nullable()})),
});
export type RunIssued = z.infer<typeof RunIssued>;

/** Hands in another body's certificate. `text`: what was pasted, or what is in the file. */
export const RecognitionRequest = z.strictObject({id: RecordId, text: z.string().min(1, 'Paste the certificate, or choose its file.').max(LONGEST_JWT)});
export const RecognitionDecision = z.discriminatedUnion('outcome', [
  z.strictObject({outcome: z.literal('recognised'), courseId: Id}),
  z.strictObject({outcome: z.literal('refused'), reason: Reason}),
]);
export type RecognitionDecision = z.infer<typeof RecognitionDecision>;
/** Another body's certificate, as a coordinator sees it. */
export const RecognitionCase = Recognition.extend({
  /** Whose account it was handed in from. */
  person: z.object({name: z.string().nullable(), email: z.string()}),
  /** Whether the e-mail address in it is that of the account; null when it holds none. */
  isSameEmail: z.boolean().nullable(),
  decidedBy: z.string().nullable(),
});
export type RecognitionCase = z.infer<typeof RecognitionCase>;
export const RecognitionList = z.object({cases: z.array(RecognitionCase)});
export type RecognitionList = z.infer<typeof RecognitionList>;

const Jwk = z.looseObject({kid: z.string()});
/** Who signs here, and with what (a Profile of Open Badges 3.0 that is also a controlled identifier document, W3C 2025). */
export const IssuerProfile = z.object({
  '@context': z.array(z.string()),
  id: z.string(),
  type: z.array(z.string()),
  name: z.string(),
  url: z.string(),
  email: z.string(),
  verificationMethod: z.array(z.object({id: z.string(), type: z.literal('JsonWebKey'), controller: z.string(), publicKeyJwk: Jwk})),
  assertionMethod: z.array(z.string()),
});
export type IssuerProfile = z.infer<typeof IssuerProfile>;
export const KeySet = z.object({keys: z.array(Jwk)});
/** The list of trusted issuers, signed, and how many are in it. */
export const TrustList = z.object({list: z.string()});
