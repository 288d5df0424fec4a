import { show, type Shown } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import type { Run } from './domain/run';

// Seconds until a browser without scripts asks again how far it has come.
const againAfter = '3';

export function progressPage(run: Run, say: Say): Shown {
  const address = `/caseload/runs/${run.id}`;
  return show('caseload/run-progress', {
    title: say('caseload.progress.title'),
    back: { text: say('caseload.back.caseload'), href: '/caseload' },
    againAfter,
    scripts: ['run-progress'],
    text: say(run.state === 'waiting' ? 'caseload.progress.waiting' : 'caseload.progress.running', {
      share: run.percent,
    }),
    percent: run.percent,
    limit: say('caseload.progress.limit', { count: run.seconds }),
    look: { text: say('caseload.progress.again'), href: address },
    cancelAction: `${address}/cancel`,
  });
}

export const endedPage = (run: Run, standing: 'cancelled' | 'failed' | 'interrupted', say: Say): Shown =>
  show('caseload/run-ended', {
    title: say(`caseload.ended.${standing}`),
    back: { text: say('caseload.back.caseload'), href: '/caseload' },
    text: say(`caseload.ended.${run.fault === '' ? standing : run.fault}.text`),
    again: { text: say('caseload.again'), href: '/caseload' },
  });
