import {readFileSync} from 'node:fs';
import * as z from 'zod';
import type {Parts} from '../parts.ts';

/** What the build writes: header to value. */
const BuildHeaders = z.record(z.string().regex(/^[a-z-]+$/), z.string().regex(/^[^\r\n]*$/));

const API_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
const SITE_POLICY = "default-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

/** Headers of every answer, by kind. */
export interface SecurityHeaders {
  api: Record<string, string>;
  site: Record<string, string>;
}

/**
 * The security headers: for the API the strictest there are; for the site those that its build wrote, for only the build knows the
 * hash of the one script in its pages. Throws when the build's file is there and cannot be read.
 */
export function readSecurityHeaders({site, config}: Pick<Parts, 'site' | 'config'>): SecurityHeaders {
  const common: Record<string, string> = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(config.publicUrl.startsWith('https:') && {'strict-transport-security': 'max-age=31536000; includeSubDomains'}),
  };
  const built = site ? readBuilt(site.headersFile) : {};
  return {
    api: {...common, 'content-security-policy': API_POLICY, 'cache-control': 'no-store'},
    site: {...common, 'content-security-policy': SITE_POLICY, ...built},
  };
}

function readBuilt(file: string): Record<string, string> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
  return BuildHeaders.parse(JSON.parse(text));
}
