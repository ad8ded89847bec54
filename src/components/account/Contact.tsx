import type {ReactNode} from 'react';

export interface ContactDetails {team: string; email: string; phone: string; post: string}

/** How to reach the team, by e-mail, phone and post. */
export function Contact({team, email, phone, post}: ContactDetails): ReactNode {
  return (
    <ul>
      <li>Team: {team}</li>
      <li>E-mail: <a href={`mailto:${email}`}>{email}</a></li>
      <li>Phone: <a href={`tel:${phone.replace(/\s/g, '')}`}>{phone}</a></li>
      <li>Post: {post}</li>
    </ul>
  );
}
