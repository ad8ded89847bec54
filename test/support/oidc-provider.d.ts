/** The package brings no types; these are the parts that the tests use. */
declare module 'oidc-provider' {
  import type {IncomingMessage, ServerResponse} from 'node:http';

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  interface Context {
    oidc: {provider: Provider; client: {clientId: string}; session: {accountId: string}};
  }
  export default class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>);
    Grant: new (properties: {clientId: string; accountId: string}) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: Record<string, unknown>): Promise<void>;
  }
  export type {Context};
}
