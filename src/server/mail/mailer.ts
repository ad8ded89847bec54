import {createTransport} from 'nodemailer';
import {isLoopback} from '../config.ts';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** Sends one mail, or throws when it could not. */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  /** The last mails, newest first, where they are kept to be read on this machine. Null for real mail. */
  recent(): readonly (Mail & {at: Date})[] | null;
  close(): void;
}

/** A line break in an address or subject could add headers or recipients, so such a mail never leaves. */
function checkMail({to, subject}: Mail): void {
  if (/\p{Cc}/u.test(to) || /\p{Cc}/u.test(subject)) throw new Error('A mail with a line break in its address or subject was not sent.');
}

/** Mail by SMTP. Beyond this machine the connection must be encrypted, unless the address says `?requireTLS=false`. */
export function smtpMailer(url: string, from: string): Mailer {
  const address = new URL(url);
  if (address.protocol === 'smtp:' && !isLoopback(address.hostname) && !address.searchParams.has('requireTLS')) address.searchParams.set('requireTLS', 'true');
  const transport = createTransport(address.href);
  return {
    send: async (mail) => {
      checkMail(mail);
      await transport.sendMail({from, to: mail.to, subject: mail.subject, text: mail.text, disableFileAccess: true, disableUrlAccess: true});
    },
    recent: () => null,
    close: () => transport.close(),
  };
}

const KEPT = 20;

/** Mail for a machine of one's own: written to the terminal and kept for /dev/mail. Only ever used where nobody else can reach it. */
export function localMailer(print: (line: string) => void, clock: () => Date): Mailer {
  const kept: (Mail & {at: Date})[] = [];
  return {
    send: async (mail) => {
      checkMail(mail);
      kept.unshift({...mail, at: clock()});
      kept.length = Math.min(kept.length, KEPT);
      print(`Mail for ${mail.to}: ${mail.text.split('\n')[0] ?? ''}`);
    },
    recent: () => kept,
    close: () => undefined,
  };
}
