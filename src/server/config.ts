import path from 'node:path';

/** What the environment says, checked. */
export interface ServiceConfig {
  host: string;
  port: number;
  /** Scheme, host and port that people's browsers see, without a slash at the end. */
  publicUrl: string;
  /** Reached from this machine only: codes are shown in the terminal, and cookies travel without https. */
  isLocal: boolean;
  dataFolder: string;
  databaseUrl: string | null;
  /** Key for codes. Null: make one and keep it in the data folder. */
  secret: string | null;
  smtpUrl: string | null;
  mailFrom: string | null;
  /** Addresses of proxies whose X-Forwarded-For is believed. */
  trustedProxies: string[];
  /** The organisation's own sign-in. Null: codes by e-mail and passkeys only. */
  oidc: OidcConfig | null;
  /** Whether trainers, leads and coordinators must show a second factor. On this machine alone it is offered. */
  needsSecondFactor: boolean;
  /** Who shows this may read the figures of the running service. Null: nobody. */
  metricsToken: string | null;
  /** How long the service still answers after it was told to stop, saying that it is not ready, so that a balancer turns to others. */
  drainSeconds: number;
  /** Least level that is logged. */
  logLevel: (typeof LOG_LEVELS)[number];
}

const LOG_LEVELS = ['silent', 'error', 'warn', 'info'] as const;
const LONGEST_DRAIN_S = 120;

/** How to reach the organisation's OpenID Connect provider. */
export interface OidcConfig {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Believe the address that it gives although it does not say that it checked it. For one tenant whose addresses the organisation gives out. */
  trustEmail: boolean;
}

export type Environment = Record<string, string | undefined>;
export type CheckedConfig = {ok: true; value: ServiceConfig} | {ok: false; faults: string[]};

const OIDC_NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** True for names and addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}

/** Takes the environment and the folder that relative paths start from. Gives the configuration, or a sentence for every fault in it. */
export function readConfig(env: Environment, root: string): CheckedConfig {
  const faults: string[] = [];
  const read = (name: string): string | null => env[name]?.trim() || null;
  const host = read('HOST') ?? '127.0.0.1';
  const port = readPort(read('PORT'), faults);
  const publicUrl = readPublicUrl(read('PUBLIC_URL'), host, port, faults);
  const databaseUrl = checkUrl('DATABASE_URL', read('DATABASE_URL'), ['postgres:', 'postgresql:'], 'postgres://name:password@host:5432/database', faults);
  const smtpUrl = checkUrl('SMTP_URL', read('SMTP_URL'), ['smtp:', 'smtps:'], 'smtp://name:password@host:587', faults);
  const secret = read('ASKWELL_SECRET');
  const mailFrom = read('MAIL_FROM');
  const isLocal = isLoopback(host) && (publicUrl === null || isLoopback(publicUrl.hostname));

  if (secret !== null && secret.length < 32) faults.push('ASKWELL_SECRET is too short. Use at least 32 random characters, for instance from `openssl rand -hex 32`.');
  if (smtpUrl && !mailFrom) faults.push('SMTP_URL is set and MAIL_FROM is not. Set MAIL_FROM to the address that mail comes from.');
  if (mailFrom && !/^[^\p{Cc}]*[^\s@]+@[^\s@]+$/u.test(mailFrom)) faults.push('MAIL_FROM is not an e-mail address. Write it as name@example.org.');
  const oidc = readOidc(read, isLocal, faults);
  const secondFactor = read('SECOND_FACTOR');
  const running = readRunning(read, faults);
  if (secondFactor !== null && secondFactor !== 'required') faults.push('SECOND_FACTOR can only be `required`. Beyond this machine it always is; leave it out to have it offered on this machine.');
  if (!isLocal) {
    if (!smtpUrl) faults.push('Other machines can reach this service, and SMTP_URL is not set, so nobody could be sent a sign-in code. Set SMTP_URL and MAIL_FROM, or leave HOST and PUBLIC_URL on localhost.');
    if (!secret) faults.push('Other machines can reach this service, and ASKWELL_SECRET is not set. Set it to at least 32 random characters and keep it the same on every instance.');
    if (publicUrl?.protocol !== 'https:') faults.push('Other machines can reach this service, so sign-in needs https. Set PUBLIC_URL to the address people use, for instance https://consult.example.org.');
  }
  if (faults.length > 0) return {ok: false, faults};
  return {
    ok: true,
    value: {
      host, port, isLocal, databaseUrl, secret, smtpUrl, mailFrom,
      publicUrl: publicUrl?.origin ?? `http://localhost:${port}`,
      dataFolder: path.resolve(root, read('ASKWELL_DATA') ?? '.askwell'),
      trustedProxies: readProxies(read('TRUSTED_PROXIES'), isLocal),
      oidc,
      needsSecondFactor: !isLocal || secondFactor === 'required',
      ...running,
    },
  };
}

function readRunning(read: (name: string) => string | null, faults: string[]): Pick<ServiceConfig, 'metricsToken' | 'drainSeconds' | 'logLevel'> {
  const metricsToken = read('METRICS_TOKEN');
  if (metricsToken !== null && metricsToken.length < 24) faults.push('METRICS_TOKEN is too short. Use at least 24 random characters, for instance from `openssl rand -hex 16`.');
  const drain = read('DRAIN_SECONDS') ?? '0';
  const drainSeconds = /^\d{1,3}$/.test(drain) ? Number(drain) : Number.NaN;
  if (!(drainSeconds <= LONGEST_DRAIN_S)) faults.push(`DRAIN_SECONDS is \`${drain}\`. Use a whole number from 0 to ${LONGEST_DRAIN_S}.`);
  const level = read('LOG_LEVEL') ?? 'warn';
  const logLevel = LOG_LEVELS.find((each) => each === level);
  if (!logLevel) faults.push(`LOG_LEVEL is \`${level}\`. Use one of ${LOG_LEVELS.join(', ')}.`);
  return {metricsToken, drainSeconds, logLevel: logLevel ?? 'warn'};
}

/** All three settings or none. The issuer is compared letter by letter later, so it is kept as it was written. */
function readOidc(read: (name: string) => string | null, isLocal: boolean, faults: string[]): OidcConfig | null {
  const [issuer, clientId, clientSecret] = OIDC_NAMES.map(read);
  const trust = read('OIDC_TRUST_EMAIL');
  if (trust !== null && trust !== 'true' && trust !== 'false') faults.push('OIDC_TRUST_EMAIL must be `true` or `false`.');
  const missing = OIDC_NAMES.filter((name) => read(name) === null);
  if (missing.length === OIDC_NAMES.length) {
    if (trust === 'true') faults.push(`OIDC_TRUST_EMAIL is set, and ${OIDC_NAMES.join(', ')} are not. Set them, or unset it.`);
    return null;
  }
  if (!issuer || !clientId || !clientSecret) {
    faults.push(`Sign-in by OpenID Connect needs ${OIDC_NAMES.join(', ')}. Set ${missing.join(' and ')} too, or unset the others.`);
    return null;
  }
  if (!isIssuer(issuer, isLocal)) {
    faults.push('OIDC_ISSUER is not an address that can be used. Write it with https, without a query or a name and password, as your provider shows it: https://login.example.org/tenant.');
    return null;
  }
  return {issuer, clientId, clientSecret, trustEmail: trust === 'true'};
}

/** Plain http is for a provider on this machine, while only this machine can reach the service. */
function isIssuer(text: string, isLocal: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const {protocol, hostname, search, hash, username, password} = new URL(text);
  const isSafe = protocol === 'https:' || (protocol === 'http:' && isLocal && isLoopback(hostname));
  return isSafe && !search && !hash && !username && !password;
}

/** A proxy on this machine is believed once the service is published; others by name. Never everybody (CVE-2026-3635). */
function readProxies(text: string | null, isLocal: boolean): string[] {
  const named = (text ?? '').split(',').map((each) => each.trim()).filter(Boolean);
  return isLocal ? named : ['127.0.0.1', '::1', ...named];
}

function readPort(text: string | null, faults: string[]): number {
  if (text === null) return 3000;
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  faults.push(`PORT is \`${text}\`. Use a whole number from 1 to 65535.`);
  return 3000;
}

function readPublicUrl(text: string | null, host: string, port: number, faults: string[]): URL | null {
  if (text === null) return isLoopback(host) ? new URL(`http://localhost:${port}`) : null;
  const url = checkUrl('PUBLIC_URL', text, ['http:', 'https:'], 'https://consult.example.org', faults);
  if (url === null) return null;
  const parsed = new URL(url);
  if (parsed.pathname !== '/' || parsed.search || parsed.hash || parsed.username) {
    faults.push('PUBLIC_URL holds more than scheme, host and port. Write it as https://consult.example.org.');
  }
  return parsed;
}

/** The text is not repeated in the fault: it may hold a password. */
function checkUrl(name: string, text: string | null, schemes: string[], example: string, faults: string[]): string | null {
  if (text === null) return null;
  if (URL.canParse(text) && schemes.includes(new URL(text).protocol)) return text;
  faults.push(`${name} is not an address that can be used. Write it as ${example}.`);
  return null;
}
