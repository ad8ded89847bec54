import {findJwt, LONGEST_PASTE} from '#core/credentials/findJwt.ts';
import {makeSignatureCheck} from '#core/credentials/signature.ts';
import {readStatusList} from '#core/credentials/statusList.ts';
import type {StatusList} from '#core/credentials/statusList.ts';
import {CHECK_NAMES, VERDICT_WORDS, verifyCredential} from '#core/credentials/verify.ts';
import type {Verification} from '#core/credentials/verify.ts';
import type {VerifierData} from '#core/credentials/verifierFile.ts';
import {writeDayOf, writeTimeOf} from '#core/records/londonDay.ts';

// What runs inside the verifier that people download. It draws with text alone, never with markup, and asks nobody for anything.

const STATE_WORDS = {ok: 'Passed', failed: 'Failed', 'could-not-check': 'Could not be checked'} as const;
const DAY = 24 * 60 * 60_000;

function make(tag: string, text = '', ...children: Node[]): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  element.append(...children);
  return element;
}

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The verifier has no ${id}.`);
  return element;
}

/** How old the list of revoked certificates is, in words. */
function sayAge(lists: readonly StatusList[], now: Date): string {
  const [list] = lists;
  if (!list) return 'This file holds no list of revoked certificates, so it cannot tell whether one was revoked.';
  const days = Math.max(0, Math.floor((now.getTime() - Date.parse(list.asOf)) / DAY));
  return `The list of revoked certificates is of ${writeDayOf(list.asOf)}, ${writeTimeOf(list.asOf)}: ${days === 0 ? 'less than a day' : days === 1 ? '1 day' : `${days} days`} old. Download the verifier anew to see what was revoked since.`;
}

function draw({verdict, checks, credential}: Verification): void {
  const {title, meaning} = VERDICT_WORDS[verdict];
  const heading = make('h2', title);
  heading.tabIndex = -1;
  const facts = make('dl');
  if (credential) {
    const {holder, achievement, issuerName, validFrom, validUntil} = credential;
    const lines: [string, string][] = [
      ['Given to', holder ?? 'It names nobody'], ['For', achievement.name], ['Issued by', issuerName], ['Holds from', writeDayOf(validFrom)],
      ['Holds until', validUntil ? writeDayOf(validUntil) : 'No end date'], ['What it shows', achievement.description],
    ];
    for (const [term, words] of lines) facts.append(make('dt', term), make('dd', words));
  }
  const list = make('ul', '', ...checks.map(({id, state, sentence}) => make('li', '', make('strong', `${CHECK_NAMES[id]}: ${STATE_WORDS[state]}. `), document.createTextNode(sentence))));
  const result = find('result');
  result.dataset['verdict'] = verdict;
  result.replaceChildren(heading, make('p', meaning), ...(credential ? [facts] : []), make('h3', 'What was checked'), list);
  heading.focus();
}

function say(sentence: string): void {
  const result = find('result');
  result.dataset['verdict'] = 'unknown';
  const line = make('p', sentence);
  line.setAttribute('role', 'alert');
  result.replaceChildren(line);
}

async function start(): Promise<void> {
  const data = JSON.parse(find('verifier-data').textContent ?? 'null') as VerifierData | null;
  if (!data) return say('This file holds no keys. Download the verifier from the site of the issuer.');
  // Browsers give cryptography to pages that they hold to be safe. A file on the device is one in most of them.
  if (!globalThis.crypto?.subtle) return say('This browser does not let a file check signatures. Open the file in another browser.');
  const checkSignature = makeSignatureCheck(crypto.subtle);
  const [own] = data.issuers;
  if (!own) return say('This file holds no issuer. Download the verifier from the site of the issuer.');
  const read = await Promise.all(data.statusLists.map((list) => readStatusList(list, own, checkSignature)));
  const statusLists = read.filter((list) => list !== null);
  const now = new Date();
  find('about').replaceChildren(
    make('p', `It checks certificates of ${data.issuers.map(({name}) => name).join(', ')}, with the keys of ${writeDayOf(data.madeAt)}.`),
    make('p', sayAge(statusLists, now)),
  );
  const check = async (text: string): Promise<void> => {
    const jwt = findJwt(text);
    if (jwt === null) return say('There is no signed certificate in this. Paste the whole text, or choose the file.');
    draw(await verifyCredential(jwt, {issuers: data.issuers, statusLists, now: new Date().toISOString(), checkSignature}));
  };
  const box = find('text') as HTMLTextAreaElement;
  const take = async (file: File): Promise<void> => {
    if (file.size > LONGEST_PASTE) return say('This file is too large to be a certificate.');
    box.value = await file.text();
    await check(box.value);
  };
  find('form').addEventListener('submit', (event) => {
    event.preventDefault();
    void check(box.value);
  });
  find('file').addEventListener('change', (event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void take(file);
    input.value = '';
  });
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file) void take(file);
  });
}

void start();
