# Nobody has built this image: no container engine was at hand. Each command in it was tried without one.
FROM node:24-bookworm-slim AS build
WORKDIR /srv/delivering-differently
COPY . .
RUN npm ci --omit=dev --no-audit --no-fund

FROM node:24-bookworm-slim
WORKDIR /srv/delivering-differently
COPY --from=build --chown=root:root /srv/delivering-differently ./
RUN install --directory --owner=node --group=node --mode=0700 /data
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/data MALLOC_ARENA_MAX=2
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=5s --start-period=60s CMD ["node", "-e", "fetch('http://localhost:3000/readyz').then((said) => process.exit(said.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node_modules/.bin/node", "--max-semi-space-size=8", "--heap-growing-percent=40", "src/web.ts"]
