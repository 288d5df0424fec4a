import type { ServerResponse } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Settings } from '../config/settings';
import { Dice } from '../dice';
import { cutSlowBodies, refuseOtherBodies, refusePrototype, refuseUnfitNames } from './body-rules';
import { CsrfTokens } from './csrf-tokens.service';
import { prepareRequest } from './prepare-request';
import { registerViews } from './view-engine';
import { Words } from './words';

const bodyLimit = 256 * 1024;
const fieldLimit = 1000;
const formReading = {
  extended: false,
  inflate: false,
  limit: bodyLimit,
  parameterLimit: fieldLimit,
  verify: refusePrototype,
} as const;
const patience = 30_000;
const twoYears = 63_072_000;

/** Sets up what stands between the network and the routes: headers, limits, static files, views. */
export function prepareServer(app: NestExpressApplication, settings: Settings): void {
  const isSecure = settings.publicAddress.startsWith('https:');
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  // Behind a proxy everybody would else share one address, and one who guesses would lock all others out.
  app.set('trust proxy', settings.proxies);
  app.set('practice', settings.practice);
  limitWaiting(app);
  app.use(securityHeaders(isSecure));
  serveAssets(app, settings.assetsFolder);
  app.use(pagesAreNotKept);
  const { language } = settings;
  const given = { words: app.get(Words), dice: app.get(Dice), csrfTokens: app.get(CsrfTokens, { strict: false }) };
  app.use(prepareRequest({ ...given, language, isSecure }));
  app.use(refuseUnfitNames, cutSlowBodies(patience), refuseOtherBodies);
  app.useBodyParser('urlencoded', formReading);
  registerViews(app, settings.viewsFolder);
}

function limitWaiting(app: NestExpressApplication): void {
  const server = app.getHttpServer();
  server.headersTimeout = 10_000;
  server.requestTimeout = patience;
  // Longer than proxies keep a connection idle, so that none sends a request into one that just closed.
  server.keepAliveTimeout = 65_000;
}

const nowhere = ["'none'"];
const here = ["'self'"];

const securityHeaders = (isSecure: boolean): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: nowhere,
        styleSrc: here,
        imgSrc: [...here, 'data:'],
        fontSrc: here,
        scriptSrc: here,
        // keep-typing.js sends forms by itself, so that an answer that never comes loses nothing.
        connectSrc: here,
        formAction: here,
        frameAncestors: nowhere,
        baseUri: nowhere,
      },
    },
    // Over plain http a browser ignores it, and a machine tried out locally must not be locked to https.
    strictTransportSecurity: isSecure ? { maxAge: twoYears, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });

/** Fonts never change under their names; the rest is asked for again, and answered 304 when it is the same. */
function serveAssets(app: NestExpressApplication, folder: string): void {
  const font = 'public, max-age=31536000, immutable';
  app.useStaticAssets(folder, {
    prefix: '/assets/',
    index: false,
    redirect: false,
    setHeaders: (response: ServerResponse, path: string) => {
      response.setHeader('Cache-Control', /\.woff2?$/.test(path) ? font : 'public, no-cache');
    },
  });
}

const pagesAreNotKept: RequestHandler = (_, response, next) => {
  response.set('Cache-Control', 'no-store');
  next();
};
