declare module '@generated/askwell-network/default/skills.json' {
  import type {Skill} from '#core/network/skills.ts';
  const skills: Skill[];
  export default skills;
}

declare module '@generated/askwell-network/default/pages.json' {
  import type {GuidedPage} from '#core/network/guidedPage.ts';
  const pages: GuidedPage[];
  export default pages;
}
