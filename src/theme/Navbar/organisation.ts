import type {DocusaurusConfig} from '@docusaurus/types';
import type {Organisation} from '#config';

/** The parts of the organisation that pages may show. */
export type ShownOrganisation = Pick<Organisation, 'name' | 'contact'>;

/** Takes the site's configuration and gives the organisation that docusaurus.config.ts put into it. */
export function organisationOf(config: DocusaurusConfig): ShownOrganisation {
  return config.customFields?.organisation as ShownOrganisation;
}
