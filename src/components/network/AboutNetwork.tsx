import type {ReactNode} from 'react';

/** What the network is, for people who are not in it. */
export function AboutNetwork(): ReactNode {
  return (
    <>
      <p>The practitioners’ network is a register of colleagues who consult people. Each says what they have done and can help with. You look somebody up, and ask them through the site.</p>
      <ul>
        <li>You are in it only if you join. Nobody puts you there.</li>
        <li>Members see your name and the skills that you offer. Who sees your team, your languages and the rest is your choice, field by field.</li>
        <li>Questions come by e-mail, and nobody sees your address. You can switch them off or block a person.</li>
        <li>When you leave, your profile is deleted at once.</li>
      </ul>
      <p>Only people in the register, directorate leads and coordinators can look through it.</p>
    </>
  );
}
