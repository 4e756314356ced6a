import type { RequestHeaders } from './platform.ts';

/** The topic that a header names, where it is one of the platform's; empty where there is none. */
export const topicIn = (headers: RequestHeaders, name: string, toKnownTopic: (topic: string) => string): string => {
  const topic = headers.get(name) ?? '';
  return topic === '' ? '' : toKnownTopic(topic);
};
