import * as z from 'zod';
import {CodeRequest, Person} from '../records/api.ts';

const Moment = z.iso.datetime({offset: true});
/** Bytes as text. The longest that browsers send, an attestation, is a few thousand characters. */
const Bytes = z.string().max(8000).regex(/^[\w-]+$/, 'Send bytes as base64url.');
/** An id that an authenticator chose: at most 1023 bytes (WebAuthn level 3, 4). */
const CredentialId = z.string().min(1).max(1364).regex(/^[\w-]+$/, 'Send the id as base64url.');

/** How a session was opened. */
export const WAYS_IN = ['code', 'organisation', 'passkey'] as const;
export const WayIn = z.enum(WAYS_IN);
export type WayIn = z.infer<typeof WayIn>;

/** The ways to sign in here, besides a code by e-mail. */
export const SignInOptions = z.object({
  /** The organisation's own sign-in; null where none is set up. */
  organisation: z.object({label: z.string(), isReachable: z.boolean()}).nullable(),
});
export type SignInOptions = z.infer<typeof SignInOptions>;

/** What a browser is to hand to its authenticator, as WebAuthn writes it. The service makes it and reads none of it back. */
export const PasskeyOptions = z.looseObject({challenge: z.string()});

/** A name for a passkey, so that its owner knows which it is. */
export const PasskeyName = z.string().trim().min(1, 'Write a name, for instance Work laptop.').max(60, 'Use at most 60 characters.').regex(/^\P{Cc}*$/u, 'Take out line breaks and tabs.');

const Credential = {
  id: CredentialId,
  rawId: CredentialId,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
};
/** A new passkey as the browser gives it. Fields that browsers add are dropped. */
export const Registration = z.object({
  ...Credential,
  response: z.object({
    clientDataJSON: Bytes,
    attestationObject: Bytes,
    transports: z.array(z.string().max(20).regex(/^[a-z-]+$/)).max(10).optional(),
  }),
});
/** A passkey's signature as the browser gives it. */
export const Assertion = z.object({
  ...Credential,
  response: z.object({clientDataJSON: Bytes, authenticatorData: Bytes, signature: Bytes, userHandle: Bytes.optional().nullable()}),
});
export type Registration = z.infer<typeof Registration>;
export type Assertion = z.infer<typeof Assertion>;

export const NewPasskey = z.strictObject({name: PasskeyName, response: Registration});
export const PasskeyAnswer = z.strictObject({response: Assertion});

export const Passkey = z.object({id: z.string(), name: z.string(), addedAt: Moment, lastUsedAt: Moment.nullable()});
export type Passkey = z.infer<typeof Passkey>;
/** The passkeys of whoever is signed in, and what this session may do with them. */
export const PasskeyList = z.object({
  passkeys: z.array(Passkey),
  /** Whether this person's role needs a second factor here. */
  isRequired: z.boolean(),
  /** Whether adding one would be accepted now, and removing one. If not, the passkey is to be used again first. */
  mayAdd: z.boolean(),
  mayRemove: z.boolean(),
});
export type PasskeyList = z.infer<typeof PasskeyList>;
/** A passkey was added. The session is a new one, with both factors. */
export const PasskeyAdded = z.object({passkey: Passkey, person: Person});

/** A place where a person is signed in, as they see it. */
export const SessionInfo = z.object({
  id: z.string(), isThis: z.boolean(), how: WayIn, isStrong: z.boolean(),
  /** Such as “Firefox on Windows”. */
  device: z.string(),
  startedAt: Moment, lastSeenAt: Moment,
});
export type SessionInfo = z.infer<typeof SessionInfo>;
export const SessionList = z.object({sessions: z.array(SessionInfo)});
/** How many were ended or removed. */
export const HowMany = z.object({count: z.int()});

/** Names somebody by their address, for a coordinator. */
export const PersonNamed = z.strictObject({email: CodeRequest.shape.email});
/** An address that an organisation's sign-in gave, in the form that we keep; a failure for anything else. */
export const ClaimedEmail = CodeRequest.shape.email;
