import type { Viewer } from '../access/domain/viewer';
import { type Language, shortDayInWords, timeInWords } from '../kernel/in-words';
import type { Instant } from '../kernel/instant';
import { type Answer, show } from '../platform/web/answer';
import type { Say } from '../platform/web/words';
import type { Hold } from './domain/hold';
import { isEmpty, type Queue, type Retried } from './domain/queue';
import type { GroupQueue, ShownQueue } from './queues.service';

export interface QueueSpeaker {
  readonly say: Say;
  readonly language: Language;
  readonly zone: string;
}

/** What waits, what is tried again, what did not arrive and what to do then, in plain words. */
export function queuePage({ hold, queue, groups }: ShownQueue, { role }: Viewer, speaker: QueueSpeaker): Answer {
  const { say } = speaker;
  const isAdministrator = role === 'administrator';
  return show('outbox/queue', {
    title: say('outbox.title'),
    lead: say(isAdministrator ? 'outbox.lead.administrator' : 'outbox.lead.coordinator'),
    hold: hold && holdModel(hold, isAdministrator, speaker),
    lines: isAdministrator ? linesOf(queue, hold, speaker) : [],
    groups: groups.map((one) => groupModel(one, hold, speaker)),
    nothing: !isAdministrator && groups.length === 0 ? say('outbox.nothing') : null,
    mayHold: isAdministrator && hold === null,
    mayRelease: isAdministrator && hold !== null,
  });
}

function holdModel({ why, heldAt }: Hold, isAdministrator: boolean, speaker: QueueSpeaker) {
  const { say } = speaker;
  const whoActs = isAdministrator ? `outbox.hold.todo.${why}` : 'outbox.hold.todo.others';
  return {
    title: say('outbox.hold.title'),
    text: say(`outbox.hold.${why}`, dated(heldAt, speaker)),
    todo: say(whoActs),
  };
}

const groupModel = ({ group, queue }: GroupQueue, hold: Hold | null, speaker: QueueSpeaker) => ({
  name: group.name,
  href: `/groups/${group.id}/sent`,
  lines: linesOf(queue, hold, speaker),
  more: speaker.say('outbox.follow', { group: group.name }),
});

/** One sentence or two for each thing that is so. */
export function linesOf(queue: Queue, hold: Hold | null, speaker: QueueSpeaker): readonly string[] {
  const { say } = speaker;
  if (isEmpty(queue)) return [say('outbox.nothing')];
  const { missed } = queue;
  return [
    ...(hold ? heldLines(queue, say) : waitingLines(queue, speaker)),
    ...(missed > 0 ? [`${say('outbox.missed', { count: missed })} ${say('outbox.missed.todo')}`] : []),
  ];
}

function heldLines({ waiting, retried }: Queue, say: Say): readonly string[] {
  const count = retried.reduce((sum, one) => sum + one.count, waiting);
  return count > 0 ? [say('outbox.held', { count })] : [];
}

const waitingLines = ({ waiting, retried }: Queue, speaker: QueueSpeaker): readonly string[] => [
  ...(waiting > 0 ? [speaker.say('outbox.waiting', { count: waiting })] : []),
  ...retried.map((one) => retriedLine(one, speaker)),
];

function retriedLine({ outcome, count, dueAt }: Retried, { say, language, zone }: QueueSpeaker): string {
  const again = say('outbox.retried', { count, time: timeInWords(dueAt.timeIn(zone), language) });
  return outcome === '' ? again : `${again} ${say(`outbox.why.${outcome}`)}`;
}

const dated = (at: Instant, { language, zone }: QueueSpeaker) => ({
  day: shortDayInWords(at.dayIn(zone), language),
  time: timeInWords(at.timeIn(zone), language),
});
