import type {Retention} from './src/core/privacy/retention.ts';
import type {TrustedIssuer} from './src/core/credentials/trustedIssuers.ts';

/** The organisation that runs this installation. Everything that differs from one body to the next stands here. */
export interface Organisation {
  /** Shown in the header, in mail and on certificates. */
  name: string;
  /** Where the site is published, without a slash at the end. Used for absolute links and the site map. */
  url: string;
  contact: {team: string; email: string; phone: string; post: string};
  /** Ids stand in the database: never reuse one for another directorate. */
  directorates: {id: string; name: string}[];
  /** The one accent colour, for light and for dark pages. The build checks that text in it can be read (WCAG 2.2, 4.5 to 1). */
  accent: {light: string; dark: string};
  /** E-mail domains that may sign in. Empty: any. */
  emailDomains: string[];
  /** Part of the UK whose bank holidays count. */
  holidays: 'england-and-wales' | 'scotland' | 'northern-ireland';
  /** Sign-in with the organisation's own accounts, by OpenID Connect. Its address and keys stand in the environment: docs/developers/sign-in.md. */
  signIn?: SignInSettings;
  /** How certificates are signed. ES256 is short; RS256 is what older badge tools read. A change takes effect with the next key: docs/developers/certificates.md. */
  certificateAlgorithm: 'ES256' | 'RS256';
  /** Other bodies whose certificates are believed here, with their public keys. This site publishes the list, signed. */
  trustedIssuers: TrustedIssuer[];
  /** How long this organisation keeps what it decides on itself. The privacy page states it and the service acts on it: docs/developers/privacy.md. */
  retention: Retention;
}

export interface SignInSettings {
  /** Words on the button. */
  label: string;
  /** Values of `acr` that mean two factors. `amr` is read too. */
  strongAcr?: string[];
  /** How roles follow from what that sign-in says. Left out: coordinators give every role here. */
  roles?: {
    /** The claim that lists groups or roles. A dot steps into an object: `realm_access.roles`. */
    claim: string;
    /** Value of the claim to role. Of several, the highest wins. */
    map: Record<string, 'learner' | 'trainer' | 'lead' | 'coordinator'>;
    /** True: somebody with the claim and none of these values becomes a learner. Otherwise their role is left as it is. */
    claimsDecide?: boolean;
    /** The claim that names the directorate, and its values by directorate id. A lead needs a directorate. */
    directorateClaim?: string;
    directorates?: Record<string, string>;
  };
}

const organisation: Organisation = {
  name: 'Sample Council',
  url: 'http://localhost:3000',
  contact: {
    team: 'Consultation team',
    email: 'consultation@example.org',
    phone: '01632 960000',
    post: 'Consultation team, Sample Council, 1 Example Street, Sampletown',
  },
  directorates: [
    {id: 'adults-and-health', name: 'Adults and health'},
    {id: 'children-and-families', name: 'Children and families'},
    {id: 'place', name: 'Place'},
    {id: 'corporate-services', name: 'Corporate services'},
    {id: 'chief-executive', name: 'Chief executive’s office'},
  ],
  accent: {light: '#0b5563', dark: '#8fd3de'},
  emailDomains: [],
  holidays: 'england-and-wales',
  signIn: {label: 'Sign in with your council account'},
  certificateAlgorithm: 'ES256',
  trustedIssuers: [
    // {
    //   name: 'Sample Health Board',
    //   id: 'https://training.example.org/api/credentials/issuer',
    //   keys: [{kty: 'EC', crv: 'P-256', x: '...', y: '...', kid: '...', alg: 'ES256'}],
    //   courses: {'https://training.example.org/learn/introduction-to-consultation/#competence': 'introduction-to-consultation'},
    // },
  ],
  retention: {answersDays: 730, looksDays: 365, attendanceReasonsDays: 730, trainingYears: 6},
};

export default organisation;
