# One image for the API, the worker and the migrations; the command tells which.
FROM node:24-bookworm-slim AS build
WORKDIR /portal
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
# The pages are built with everything, then only what runs in production is kept. The image has Node already.
RUN npm run build && npm ci --omit=dev --ignore-scripts && rm -rf node_modules/node-linux-*
# The worker finds its workflows bundled, and starts in a second.
RUN node -e "import('./worker/bundle.ts').then(it => it.workflowBundle())"

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /portal
COPY --from=build --chown=root:root /portal ./
USER node
EXPOSE 3000
CMD ["node", "api/main.ts"]
