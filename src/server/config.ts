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
}

export type Environment = Record<string, string | undefined>;
export type CheckedConfig = {ok: true; value: ServiceConfig} | {ok: false; faults: string[]};

const NOT_YET = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];

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
  const oidc = NOT_YET.filter((name) => read(name) !== null);
  if (oidc.length > 0) faults.push(`Sign-in is by e-mail code in this version, and ${oidc.join(', ')} would have no effect. Unset ${oidc.length === 1 ? 'it' : 'them'}.`);
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
    },
  };
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
