import {writeDay} from '../records/londonDay.ts';

interface Site {
  /** Where the site stands, without a slash at the end. */
  site: string;
  contact: {team: string; email: string};
}

/** What goes to a colleague. */
export interface Relayed extends Site {
  id: string;
  kind: 'question' | 'answer';
  fromName: string;
  /** Null: the sender keeps it to themselves. */
  fromAddress: string | null;
  subject: string;
  text: string;
}

/** Every line with a mark before it, so that nobody can write lines that look like ours. */
function quote(text: string): string[] {
  return text.split('\n').map((each) => `> ${each}`.trimEnd());
}

/** The mail that relays a message: what it is, who wrote it, their words, and how to answer or to stop such mail. Takes a subject without line breaks. */
export function writeRelayed({id, kind, fromName, fromAddress, subject, text, site, contact}: Relayed): {subject: string; text: string} {
  return {
    subject: `${kind === 'question' ? 'A colleague asks' : 'A colleague answers'}: ${subject}`,
    text: [
      kind === 'question' ? `${fromName} asks you something through the practitioners’ network.` : `${fromName} answers what you wrote through the practitioners’ network.`,
      'These are their words, which we pass on and do not keep. Every line of theirs begins with “>”:', '',
      ...quote(text), '',
      fromAddress === null ? `${fromName} did not give their address. To answer, sign in here within 30 days. Your address is not shown:` : `Write to ${fromName} at ${fromAddress}, or sign in and answer here within 30 days without showing your address:`,
      `${site}/network/?reply=${id}`, '',
      ...(kind === 'question' ? ['On the same page you can block this person. To switch off questions or to leave the register:', `${site}/network/profile/`, ''] : []),
      `${contact.team}, ${contact.email}`, '',
    ].join('\n'),
  };
}

/** The mail that asks whether a profile is still right. `isLast`: the second one. `hiddenOn`: the day on which nobody finds the profile any more. */
export function writeStillRight({site, contact, isLast, hiddenOn}: Site & {isLast: boolean; hiddenOn: string}): {subject: string; text: string} {
  return {
    subject: isLast ? 'Last reminder: is your profile still right?' : 'Is your profile in the practitioners’ network still right?',
    text: [
      isLast ? 'A month ago we asked whether your profile in the practitioners’ network is still right, and have not heard from you.' : 'Colleagues find you in the practitioners’ network by what you offer. A year has passed since you last said that it is right.', '',
      'Sign in, read your profile, and press “Keep my profile” if it is right. You can also change it, or leave:', `${site}/network/profile/`, '',
      `If you do nothing, nobody finds your profile from ${writeDay(hiddenOn)} on. It comes back when you press the button.`, '',
      `${contact.team}, ${contact.email}`, '',
    ].join('\n'),
  };
}
