import { secureHeaders } from 'hono/secure-headers';
import type { MiddlewareHandler } from 'hono/types';

/** What every answer says to the browser: nothing from elsewhere, nothing inline, in no frame, kept nowhere. */
export const safeHeaders = (): MiddlewareHandler => {
  const secure = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      imgSrc: ["'self'"],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    xFrameOptions: 'DENY',
    // With `no-referrer` browsers send the origin `null` along with our own forms.
    referrerPolicy: 'same-origin',
    // The desk is served without TLS, on this machine alone.
    strictTransportSecurity: false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
  return async (c, next) => {
    await secure(c, next);
    c.header('Cache-Control', 'no-store');
  };
};
