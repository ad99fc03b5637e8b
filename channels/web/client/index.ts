/** The SalesFlow API from TypeScript: every path, body and answer typed from the server's own OpenAPI document. */

import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { components, paths } from "./schema.js";

export type { components, paths } from "./schema.js";
export type Problem = components["schemas"]["ProblemBody"];
export type Lead = components["schemas"]["LeadItem"];
type Tokens = components["schemas"]["Tokens"];

export interface Options {
  /** Where the server is, without a slash at the end. */
  baseUrl: string;
  fetch?: typeof globalThis.fetch;
}

export interface SalesFlow extends Client<paths> {
  /** Signs in. Throws an Error with the server's words when name or password are wrong. */
  login(username: string, password: string): Promise<void>;
  /** Ends the login with all its tokens. */
  logout(): Promise<void>;
}

/** A client that carries its login and renews it once before it ends. One per person. */
export function salesflow(options: Options): SalesFlow {
  const bare = createClient<paths>(options);
  const client = createClient<paths>(options);
  let tokens: Tokens | undefined;
  let until = 0;
  let renewing: Promise<void> | undefined;

  const keep = (found: Tokens | undefined): void => {
    tokens = found;
    until = found === undefined ? 0 : Date.now() + (found.expires_in - 30) * 1000;
  };

  const renew = async (): Promise<void> => {
    if (tokens === undefined) return;
    const { data } = await bare.POST("/api/auth/refresh", { body: { refresh_token: tokens.refresh_token } });
    keep(data);
  };

  const signed: Middleware = {
    async onRequest({ request }) {
      if (tokens !== undefined && Date.now() > until) {
        renewing ??= renew().finally(() => {
          renewing = undefined;
        });
        await renewing;
      }
      if (tokens !== undefined) request.headers.set("Authorization", `Bearer ${tokens.access_token}`);
      return request;
    },
  };
  client.use(signed);

  return Object.assign(client, {
    async login(username: string, password: string): Promise<void> {
      const { data, error } = await bare.POST("/api/auth/login", { body: { username, password } });
      if (data === undefined) throw new Error(error?.detail ?? "The server does not answer.");
      keep(data);
    },
    async logout(): Promise<void> {
      if (tokens === undefined) return;
      await bare.POST("/api/auth/logout", { body: { refresh_token: tokens.refresh_token } });
      keep(undefined);
    },
  });
}
