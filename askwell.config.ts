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
};

export default organisation;
