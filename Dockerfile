# One image with the site and its service. The data folder is a volume; with DATABASE_URL it holds only the key for codes.
# Settings: docs/developers/running.md
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
COPY . .
RUN DOCUSAURUS_NO_PERSISTENT_CACHE=1 NODE_ENV=production node node_modules/@docusaurus/core/bin/docusaurus.mjs build \
 && npm prune --omit=dev --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 ASKWELL_DATA=/data DRAIN_SECONDS=5 LOG_LEVEL=info
WORKDIR /app
COPY --from=build --chown=root:root /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/api/health/live').then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
# Without a shell between, so that the service gets the signal to stop.
CMD ["node", "--import", "tsx", "src/server/main.ts"]
