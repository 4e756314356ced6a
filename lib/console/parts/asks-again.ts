import { type Html, html } from '../html.ts';

/** Attributes of an element that is fetched anew from an address, every so many seconds. */
export const asksAgain = (address: string, seconds: number): Html =>
  html` hx-get="${address}" hx-trigger="every ${seconds}s" hx-swap="outerHTML"`;
