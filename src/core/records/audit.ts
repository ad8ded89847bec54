/**
 * What the audit log says was done. The words beside each are for people; the id stands in the database and never changes its meaning.
 * A new act that touches another person's data, a role, a key or a certificate gets a line here.
 */
export const AUDIT_ACTIONS = {
  'signed-in': 'Signed in',
  'signed-out': 'Signed out',
  'session-ended': 'Ended a session',
  'role-given': 'Gave a role',
  'second-factor-added': 'Added a passkey',
  'second-factor-removed': 'Removed a passkey',
  'run-opened': 'Opened a course run',
  'run-changed': 'Changed a course run',
  'run-cancelled': 'Cancelled a course run',
  'booking-changed': 'Changed a booking',
  'message-sent': 'Sent a message to a course run',
  'list-downloaded': 'Downloaded a list of people',
  'attendance-marked': 'Marked attendance',
  'task-judged': 'Judged a task',
  'completion-withdrawn': 'Withdrew a completion after a correction',
  'certificate-issued': 'Issued a certificate',
  'certificate-revoked': 'Revoked a certificate',
  'certificate-refused': 'Was refused an act on their own certificate',
  'certificate-recognised': 'Recognised another body’s certificate',
  'key-made': 'Made a signing key',
  'key-retired': 'Retired a signing key',
  'issuer-trusted': 'Changed the list of trusted issuers',
  'profile-joined': 'Joined the network register',
  'profile-left': 'Left the network register',
  'message-relayed': 'Asked a colleague by a relayed message',
  'staff-imported': 'Imported a staff list',
  'staff-import-undone': 'Undid an import of a staff list',
  'target-changed': 'Changed a target',
  'training-reminded': 'Sent reminders to finish training',
  'data-exported': 'Exported a person’s data',
  'person-erased': 'Erased a person',
  'name-corrected': 'Corrected a person’s name',
} as const;

export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** Values of an entry's detail: ids, counts and field names, never a name, an address or free text. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

/** One entry, without its place in the chain. */
export interface AuditEntry {
  /** Who did it, by id. Null: the command line, or the service by itself. */
  actorId: string | null;
  action: AuditAction;
  /** Whose data it touched, by id. Null: nobody's in particular. */
  subjectId: string | null;
  /** What it was done to, as kind and id: `cohort:…`, `credential:…`. */
  object?: string | null;
  detail?: AuditDetail;
}

/** An entry as it stands in the log. */
export interface AuditRow {
  seq: number;
  at: string;
  actorId: string | null;
  action: string;
  subjectId: string | null;
  object: string | null;
  detail: AuditDetail;
  previousHash: string;
  hash: string;
}

/** What stands before the first entry. */
export const FIRST_HASH = '0'.repeat(64);
