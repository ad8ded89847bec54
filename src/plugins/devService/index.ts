import type {Plugin} from '@docusaurus/types';

type WebpackResult = ReturnType<NonNullable<Plugin['configureWebpack']>>;

/** While pages are written: passes calls for the record service on to where it runs (`npm run dev` sets the address). Takes nothing, does nothing, in a build. */
export default function devServicePlugin(_context: unknown, {service}: {service?: string}): Plugin {
  return {
    name: 'askwell-dev-service',
    configureWebpack: () => {
      const devServer = {proxy: [{context: ['/api', '/dev/mail'], target: service}]};
      // Docusaurus' types leave out the development server, which its bundler reads all the same.
      return (service ? {devServer} : {}) as WebpackResult;
    },
  };
}
