# Debian, not Alpine: the packages with compiled parts are made for glibc.
FROM node:22-bookworm-slim AS web
WORKDIR /essaim
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node --import tsx api/commands/build.ts

FROM node:22-bookworm-slim AS packages
WORKDIR /essaim
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:22-bookworm-slim
WORKDIR /essaim
ENV NODE_ENV=production
COPY --from=packages /essaim/node_modules node_modules
COPY package.json package-lock.json ./
COPY cypher cypher
COPY examples examples
COPY api api
COPY --from=web /essaim/web web
USER node
EXPOSE 4000
CMD ["node", "--import", "tsx", "api/commands/start.ts"]
