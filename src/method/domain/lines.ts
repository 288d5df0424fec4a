import { agendaIsMadeTogether, agendasFit, standingItemsAreCovered } from './agenda-rules';
import { callsGoOutInTime } from './call-rules';
import type { Rule } from './finding';
import { decisionsAreTheirs, doctorHasBeenThere, expertsComeToItemsOnly, heldWithServiceUser } from './meeting-rules';
import { everybodyHasConsented, outgoingIsNeutral } from './outgoing-rules';
import {
  bothKindsAreThere,
  chosenAreAdvised,
  chosenFromTheMap,
  coreTrioExists,
  everybodyIsApproved,
  privateMembersAreTalkedWith,
  relativesAreAsked,
  sizeIsAdvised,
} from './people-rules';
import { crisisPlanIsAlive, goalsAreWritten, shortGoalsSayWhen, tasksHaveWhoAndWhen } from './progress-rules';
import { choicesAreTheirs, intervalsFollowTheTaper, lengthIsAdvised, yearIsBooked } from './year-rules';

/** Who says so: the description of 2008, the published method, or we ourselves. */
type Source = 'description' | 'method' | 'ours';

/** The page where it is done. */
export type Place =
  | 'group'
  | 'sociogram'
  | 'nominations'
  | 'goals'
  | 'crisis-plan'
  | 'plan'
  | 'year'
  | 'meetings'
  | 'agenda'
  | 'tasks'
  | 'sent'
  | 'send';

export type LinePart = 'people' | 'progress' | 'year' | 'meeting' | 'outgoing';
export const lineParts: readonly LinePart[] = ['people', 'progress', 'year', 'meeting', 'outgoing'];

/**
 * `required`: never chosen otherwise. `told`: the house does not keep all of it, so the coordinator may write down that
 * it is done, and who said so.
 */
type Kept = 'kept' | 'told' | 'required';

export interface Line {
  readonly key: string;
  readonly part: LinePart;
  readonly sources: readonly Source[];
  readonly place: Place;
  readonly kept: Kept;
  readonly rule: Rule;
}

type Row = readonly [key: string, sources: readonly Source[], place: Place, rule: Rule, kept?: Kept];

const inPart = (part: LinePart, rows: readonly Row[]): readonly Line[] =>
  rows.map(([key, sources, place, rule, kept = 'kept']) => ({ key, part, sources, place, kept, rule }));

/** The method, line by line, in the order they are asked. */
export const lines: readonly Line[] = [
  ...inPart('people', [
    ['coreTrio', ['description'], 'group', coreTrioExists],
    ['size', ['description'], 'group', sizeIsAdvised],
    ['chosen', ['description'], 'group', chosenAreAdvised],
    ['approved', ['method'], 'group', everybodyIsApproved, 'required'],
    ['sociogramFirst', ['description'], 'sociogram', chosenFromTheMap],
    ['bothKinds', ['description'], 'group', bothKindsAreThere],
    ['relatives', ['method'], 'nominations', relativesAreAsked, 'told'],
    // Somebody who came to the group without standing on the map has no place where the talk is written down.
    ['talk', ['method'], 'nominations', privateMembersAreTalkedWith, 'told'],
  ]),
  ...inPart('progress', [
    ['goals', ['method'], 'goals', goalsAreWritten],
    ['shortGoals', ['method'], 'goals', shortGoalsSayWhen],
    ['crisisPlan', ['method'], 'crisis-plan', crisisPlanIsAlive],
  ]),
  ...inPart('year', [
    ['choices', ['description', 'method'], 'plan', choicesAreTheirs, 'told'],
    ['booked', ['description'], 'year', yearIsBooked],
    ['taper', ['description', 'ours'], 'year', intervalsFollowTheTaper],
    ['length', ['description'], 'meetings', lengthIsAdvised],
  ]),
  ...inPart('meeting', [
    ['agendaFits', ['ours'], 'agenda', agendasFit],
    ['call', ['description', 'ours'], 'sent', callsGoOutInTime],
    ['together', ['description'], 'agenda', agendaIsMadeTogether],
    ['items', ['method'], 'agenda', standingItemsAreCovered],
    ['tasks', ['description', 'ours'], 'tasks', tasksHaveWhoAndWhen],
    ['doctor', ['method'], 'meetings', doctorHasBeenThere],
    ['experts', ['description'], 'agenda', expertsComeToItemsOnly],
    ['held', ['method'], 'meetings', heldWithServiceUser, 'required'],
    ['decisions', ['method'], 'meetings', decisionsAreTheirs],
  ]),
  ...inPart('outgoing', [
    ['neutral', ['ours'], 'send', outgoingIsNeutral, 'required'],
    ['consent', ['ours'], 'group', everybodyHasConsented, 'required'],
  ]),
];
