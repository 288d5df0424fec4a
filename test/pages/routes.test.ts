import type { Viewer } from '../../src/access/domain/viewer';
import { type Route, Routes } from '../../src/platform/web/routes.service';
import { type RunningApp, startApp } from '../support/app';
import { type Owned, ownedBy } from '../support/route-fixtures';
import { aCoordinator, anAdministrator, goodPassword } from '../support/staff-builders';
import { type Answered, Visitor } from '../support/visitor';

/**
 * Every address of the program and who it is for. A route that is not here, or that changed whom it is for,
 * fails the first test; the others ask each route as everybody it is not for.
 */
const table = `
  anyone         GET  /live
  anyone         GET  /ready
  anyone         GET  /sign-in
  anyone         POST /sign-in
  staff          POST /sign-out
  anyone         GET  /start
  anyone         POST /start
  anyone         GET  /choose-password/:secret
  anyone         POST /choose-password/:secret
  anyone         POST /language/:code
  administrator  GET  /organisation
  administrator  POST /organisation/units
  administrator  GET  /organisation/units/:id
  administrator  POST /organisation/units/:id
  administrator  GET  /organisation/coordinators/new
  administrator  POST /organisation/coordinators
  administrator  GET  /organisation/coordinators/:id
  administrator  POST /organisation/coordinators/:id/new-address
  administrator  POST /organisation/coordinators/:id/stop
  administrator  GET  /organisation/coordinators/:id/handover
  administrator  POST /organisation/coordinators/:id/handover
  administrator  POST /organisation/coordinators/:id/handover/change
  administrator  POST /organisation/coordinators/:id/handover/now
  administrator  GET  /organisation/coordinators/:id/handover/done
  administrator  GET  /organisation/protected-mail
  administrator  POST /organisation/protected-mail
  administrator  GET  /organisation/protected-mail/:id/withdraw
  administrator  POST /organisation/protected-mail/:id/withdraw
  administrator  GET  /organisation/days
  administrator  POST /organisation/days
  administrator  POST /organisation/days/list
  administrator  POST /organisation/days/quiet-weeks
  administrator  POST /organisation/days/:id/remove
  staff          GET  /organisation/things
  staff          POST /organisation/things
  staff          POST /organisation/things/:id/retire
  staff          GET  /outbox
  administrator  POST /outbox/hold
  administrator  POST /outbox/release
  coordinator    GET  /people
  coordinator    GET  /people/new
  coordinator    POST /people/new
  coordinator    POST /people/new/begun
  coordinator    GET  /people/:id
  coordinator    GET  /people/:id/edit
  coordinator    POST /people/:id/edit
  coordinator    GET  /people/:id/hours
  coordinator    POST /people/:id/hours
  coordinator    POST /people/:id/hours/said/remove
  coordinator    POST /people/:id/hours/busy
  coordinator    POST /people/:id/hours/busy/:span/remove
  coordinator    POST /people/:id/hours/absence
  coordinator    POST /people/:id/hours/recurring
  coordinator    POST /people/:id/hours/recurring/:time/remove
  coordinator    GET  /people/:id/calendars
  coordinator    POST /people/:id/calendars/file
  coordinator    POST /people/:id/calendars/file/remove
  coordinator    POST /people/:id/calendars/address
  coordinator    POST /people/:id/calendars/address/look
  coordinator    POST /people/:id/calendars/address/remove
  coordinator    GET  /people/:id/travel
  coordinator    POST /people/:id/travel
  coordinator    GET  /people/:id/sociogram
  coordinator    GET  /people/:id/sociogram/new
  coordinator    POST /people/:id/sociogram/new
  coordinator    GET  /people/:id/sociogram/important
  coordinator    POST /people/:id/sociogram/important
  coordinator    POST /people/:id/sociogram/close
  coordinator    GET  /people/:id/sociogram/versions/:version
  coordinator    GET  /people/:id/sociogram/:figure
  coordinator    POST /people/:id/sociogram/:figure
  coordinator    POST /people/:id/sociogram/:figure/closer
  coordinator    POST /people/:id/sociogram/:figure/further
  coordinator    GET  /people/:id/sociogram/:figure/remove
  coordinator    POST /people/:id/sociogram/:figure/remove
  coordinator    GET  /people/:id/nominations
  coordinator    GET  /people/:id/nominations/:figure
  coordinator    POST /people/:id/nominations/:figure
  coordinator    GET  /people/:id/nominations/:figure/ask
  coordinator    POST /people/:id/nominations/:figure/ask
  coordinator    GET  /groups
  coordinator    GET  /groups/new
  coordinator    POST /groups/new
  coordinator    GET  /groups/:id
  coordinator    GET  /groups/:id/new
  coordinator    GET  /groups/:id/new/core
  coordinator    POST /groups/:id/new/core
  coordinator    GET  /groups/:id/new/chosen
  coordinator    POST /groups/:id/new/chosen
  coordinator    GET  /groups/:id/new/functions
  coordinator    POST /groups/:id/new/functions
  coordinator    GET  /groups/:id/new/permissions
  coordinator    POST /groups/:id/new/finish
  coordinator    GET  /groups/:id/name
  coordinator    POST /groups/:id/name
  coordinator    GET  /groups/:id/size
  coordinator    POST /groups/:id/size
  coordinator    GET  /groups/:id/members/new
  coordinator    POST /groups/:id/members/new
  coordinator    GET  /groups/:id/members/:person
  coordinator    GET  /groups/:id/members/:person/function
  coordinator    POST /groups/:id/members/:person/function
  coordinator    GET  /groups/:id/members/:person/approval
  coordinator    POST /groups/:id/members/:person/approval
  coordinator    GET  /groups/:id/members/:person/leave
  coordinator    POST /groups/:id/members/:person/leave
  coordinator    GET  /groups/:id/members/:person/permission
  coordinator    POST /groups/:id/members/:person/permission
  coordinator    POST /groups/:id/members/:person/permission/withdraw
  coordinator    GET  /groups/:id/meetings
  coordinator    GET  /meetings/:id
  coordinator    GET  /meetings/:id/deputy
  coordinator    POST /meetings/:id/deputy
  coordinator    POST /meetings/:id/deputy/:person/withdraw
  coordinator    GET  /groups/:id/pattern
  coordinator    POST /groups/:id/pattern
  coordinator    GET  /groups/:id/pattern/:personId/:n
  coordinator    GET  /groups/:id/pattern/:personId/:n/html
  coordinator    GET  /groups/:id/plan
  coordinator    POST /groups/:id/plan
  coordinator    GET  /groups/:id/plan/proposal
  coordinator    POST /groups/:id/plan/meetings/:index
  coordinator    POST /groups/:id/plan/book
  coordinator    GET  /groups/:id/next
  coordinator    POST /groups/:id/next
  coordinator    GET  /groups/:id/taper
  coordinator    POST /groups/:id/taper
  coordinator    POST /groups/:id/taper/accept
  coordinator    GET  /groups/:id/extra
  coordinator    POST /groups/:id/extra
  coordinator    GET  /caseload/repair
  coordinator    POST /caseload/repair
  coordinator    GET  /groups/:id/year
  staff          GET  /
  coordinator    GET  /groups/:id/agenda
  coordinator    POST /groups/:id/agenda
  coordinator    GET  /meetings/:id/move
  coordinator    POST /meetings/:id/move
  coordinator    GET  /meetings/:id/cancel
  coordinator    POST /meetings/:id/cancel
  coordinator    GET  /groups/:id/meetings/cancel
  coordinator    POST /groups/:id/meetings/cancel
  coordinator    GET  /meetings/:id/agenda
  coordinator    POST /meetings/:id/agenda/items/:item/up
  coordinator    POST /meetings/:id/agenda/items/:item/down
  coordinator    POST /meetings/:id/agenda/items/:item/remove
  coordinator    POST /meetings/:id/agenda/items/:item/carry
  coordinator    GET  /meetings/:id/agenda/release
  coordinator    POST /meetings/:id/agenda/release
  coordinator    GET  /meetings/:id/agenda/proposals/:proposal/accept
  coordinator    POST /meetings/:id/agenda/proposals/:proposal/accept
  coordinator    GET  /meetings/:id/agenda/proposals/:proposal/decline
  coordinator    POST /meetings/:id/agenda/proposals/:proposal/decline
  coordinator    GET  /meetings/:id/agenda/items/new
  coordinator    POST /meetings/:id/agenda/items/new
  coordinator    GET  /meetings/:id/agenda/items/:item
  coordinator    POST /meetings/:id/agenda/items/:item
  coordinator    GET  /groups/:id/goals
  coordinator    GET  /groups/:id/goals/new
  coordinator    POST /groups/:id/goals/new
  coordinator    GET  /groups/:id/goals/:goal
  coordinator    POST /groups/:id/goals/:goal
  coordinator    POST /groups/:id/goals/:goal/reached
  coordinator    POST /groups/:id/goals/:goal/put-aside
  coordinator    POST /groups/:id/goals/:goal/take-up
  coordinator    GET  /groups/:id/tasks
  coordinator    GET  /groups/:id/tasks/new
  coordinator    POST /groups/:id/tasks/new
  coordinator    GET  /groups/:id/tasks/:task
  coordinator    POST /groups/:id/tasks/:task
  coordinator    POST /groups/:id/tasks/:task/done
  coordinator    POST /groups/:id/tasks/:task/put-aside
  coordinator    POST /groups/:id/tasks/:task/open
  coordinator    GET  /groups/:id/star
  coordinator    GET  /groups/:id/star/measure
  coordinator    POST /groups/:id/star/measure
  coordinator    GET  /groups/:id/star/axes
  coordinator    POST /groups/:id/star/axes
  coordinator    GET  /groups/:id/star/values
  coordinator    POST /groups/:id/star/values/:measure/take-back
  coordinator    GET  /groups/:id/crisis-plan
  coordinator    GET  /groups/:id/crisis-plan/edit
  coordinator    POST /groups/:id/crisis-plan/edit
  coordinator    POST /groups/:id/crisis-plan/offered
  coordinator    GET  /groups/:id/crisis-plan/print
  coordinator    GET  /groups/:id/crisis-plan/versions/:version
  coordinator    GET  /groups/:id/method
  coordinator    GET  /groups/:id/method/:line/:kind
  coordinator    POST /groups/:id/method/:line/:kind
  coordinator    POST /groups/:id/method/statements/:statement/take-back
  coordinator    GET  /meetings/:id/hold
  coordinator    POST /meetings/:id/hold
  coordinator    GET  /meetings/:id/hold/:item
  coordinator    POST /meetings/:id/hold/:item
  coordinator    GET  /meetings/:id/notes
  coordinator    POST /meetings/:id/notes/end
  coordinator    POST /meetings/:id/notes/show
  coordinator    GET  /meetings/:id/notes/read
  coordinator    POST /meetings/:id/notes/read
  coordinator    GET  /meetings/:id/notes/lines/new
  coordinator    POST /meetings/:id/notes/lines/new
  coordinator    GET  /meetings/:id/notes/lines/:line
  coordinator    POST /meetings/:id/notes/lines/:line
  coordinator    POST /meetings/:id/notes/lines/:line/remove
  coordinator    GET  /meetings/:id/notes/copies
  coordinator    GET  /meetings/:id/notes/for/:person
  coordinator    GET  /meetings/:id/notes/for/:person/notes.txt
  coordinator    GET  /groups/:id/answers
  coordinator    POST /groups/:id/answers/wishes/:wish/seen
  coordinator    GET  /groups/:id/answers/:meeting/:person
  coordinator    POST /groups/:id/answers/:meeting/:person
  coordinator    GET  /groups/:id/send
  coordinator    POST /groups/:id/send
  coordinator    GET  /groups/:id/send/:personId/:n
  coordinator    GET  /groups/:id/send/:personId/:n/html
  coordinator    GET  /groups/:id/sent
  coordinator    GET  /groups/:id/letters.pdf
  coordinator    POST /groups/:id/letters/posted
  coordinator    POST /groups/:id/told/:personId
  coordinator    GET  /handover
  coordinator    POST /handover
  coordinator    POST /handover/change
  coordinator    POST /handover/now
  coordinator    GET  /handover/done
  coordinator    GET  /groups/:id/own-page
  coordinator    POST /groups/:id/own-page/:personId
  coordinator    GET  /groups/:id/replies
  coordinator    POST /groups/:id/replies/:reply/confirm
  coordinator    POST /groups/:id/replies/:reply/set-aside
  link           GET  /m/:token
  link           GET  /m/:token/moten.ics
  link           GET  /m/:token/:n/mote.ics
  link           GET  /m/:token/answers
  link           POST /m/:token/answers
  link           GET  /m/:token/pattern
  link           POST /m/:token/pattern
  link           GET  /m/:token/pattern/saved
  link           GET  /m/:token/choices
  link           POST /m/:token/choices/reminders
  link           POST /m/:token/choices/calendar
  link           POST /m/:token/choices/calendar/end
  anyone         GET  /k/:token.ics
  link           GET  /m/:token/code
  link           POST /m/:token/code
  link-and-code  GET  /m/:token/agenda
  link-and-code  GET  /m/:token/agenda/:n
  link-and-code  GET  /m/:token/mine
  link-and-code  POST /m/:token/mine/proposals
  link-and-code  POST /m/:token/mine/proposals/:n/:proposal/accept
  link-and-code  POST /m/:token/mine/proposals/:n/:proposal/decline
  link-and-code  POST /m/:token/mine/tasks/:task/done
  link-and-code  POST /m/:token/mine/tasks/:task/open
  link-and-code  GET  /m/:token/mine/star
  link-and-code  POST /m/:token/mine/star
  link-and-code  GET  /m/:token/mine/notes/:n
  link-and-code  POST /m/:token/mine/notes/:n/lines/:line/strike
  link-and-code  POST /m/:token/mine/notes/:n/lines/:line/keep
  link-and-code  POST /m/:token/mine/notes/:n/lines/:line/comment
  link-and-code  POST /m/:token/mine/notes/:n/let-go
  link-and-code  GET  /m/:token/mine/crisis-plan
  link-and-code  GET  /m/:token/mine/sharing
  link-and-code  GET  /m/:token/mine/readers
  coordinator    GET  /caseload
  coordinator    POST /caseload/runs
  coordinator    POST /caseload/runs/:id/cancel
  coordinator    GET  /caseload/runs/:id
  coordinator    POST /caseload/runs/:id/accept
  coordinator    GET  /caseload/runs/:id/groups/:group
`;

interface Row extends Route {
  /** The address with real ids in it. */
  readonly address: (owned: Owned) => string;
  /** Of what kind the thing is that the address names. */
  readonly names: keyof Owned;
}

const rows = table
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
  .filter((words) => words.length === 3)
  .map(([policy, method, path]): Row => rowOf({ policy, method, path } as Route));

function rowOf(route: Route): Row {
  const kinds = { people: 'person', groups: 'group', meetings: 'meeting', units: 'unit', coordinators: 'coordinator' };
  const [, room = ''] = /(\w+)\/:id/.exec(route.path) ?? [];
  const names = ((kinds as Record<string, string>)[room] ?? 'unknown') as keyof Owned;
  const address = (owned: Owned): string =>
    route.path.replace(':id', owned[names]).replace(':code', 'en').replace(/:\w+/g, owned.unknown);
  return { ...route, names, address };
}

const named = rows.map((row): [string, Row] => [`${row.method} ${row.path}`, row]);
const forStaff = named.filter(([, { policy }]) => policy !== 'anyone' && !policy.startsWith('link'));
const forOneRole = forStaff.filter(([, { policy }]) => policy !== 'staff');
const ofSomebody = forOneRole.filter(([, { path }]) => path.includes(':id'));

describe('the routes', () => {
  let house: RunningApp;
  let owned: Owned;
  const visitors = new Map<string, Visitor>();
  beforeAll(async () => {
    house = await startApp();
    const ada = await anAdministrator(house.app);
    const bo = await anAdministrator(house.app, 'Bo Dahl');
    const siv = await aCoordinator(house.app, ada);
    const people: Record<string, Viewer> = {
      administrator: ada,
      coordinator: siv,
      'another coordinator': await aCoordinator(house.app, ada, 'Per Hed'),
      'coordinator elsewhere': await aCoordinator(house.app, bo, 'Ulla Ek'),
      'administrator elsewhere': bo,
    };
    owned = await ownedBy(house.app, ada, siv);
    for (const [who, { name }] of Object.entries(people)) visitors.set(who, await signedIn(name));
  });
  afterAll(() => house.stop());

  async function signedIn(name: string): Promise<Visitor> {
    const visitor = new Visitor(house.url);
    await visitor.get('/sign-in');
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@kommunen.example`;
    await visitor.post('/sign-in', { email, password: goodPassword, next: '/' });
    // A page that is not found still carries the session's token.
    await visitor.get('/organisation/units/none');
    return visitor;
  }

  async function asked(who: string, { method, address }: Row): Promise<Answered> {
    const visitor = visitors.get(who);
    if (visitor === undefined) throw new Error(`Nobody is ${who}.`);
    return method === 'GET' ? visitor.get(address(owned)) : visitor.post(address(owned));
  }

  it('all stand in the table, with whom they are for', () => {
    const inProgram = house.app.get(Routes, { strict: false }).all();
    const inWords = (routes: readonly Route[]): string[] =>
      routes.map(({ method, path, policy }) => `${policy} ${method} ${path}`).sort();

    expect(inWords(inProgram)).toEqual(inWords(rows));
  });

  it.each(forStaff)('%s sends whoever is not signed in to sign in', async (_, row) => {
    const visitor = new Visitor(house.url);
    await visitor.get('/sign-in');
    const answer =
      row.method === 'GET' ? await visitor.get(row.address(owned)) : await visitor.post(row.address(owned));

    expect([answer.status, answer.location?.startsWith('/sign-in')]).toEqual([303, true]);
  });

  it.each(forOneRole)('%s does not exist for the other role', async (_, row) => {
    const other = row.policy === 'administrator' ? 'coordinator' : 'administrator';

    expect((await asked(other, row)).status).toBe(404);
  });

  it.each(ofSomebody)('%s does not exist for another organisation', async (_, row) => {
    expect((await asked(`${row.policy} elsewhere`, row)).status).toBe(404);
  });

  it.each(named.filter(([, { policy }]) => policy.startsWith('link')))(
    '%s does not exist for a link that was never made',
    async (_, row) => {
      const visitor = new Visitor(house.url);
      await visitor.get('/sign-in');
      const answer =
        row.method === 'GET' ? await visitor.get(row.address(owned)) : await visitor.post(row.address(owned));

      expect(answer.status).toBe(404);
    },
  );

  it.each(ofSomebody.filter(([, { policy }]) => policy === 'coordinator'))(
    '%s does not exist for a coordinator of the same organisation who is not assigned',
    async (_, row) => {
      expect((await asked('another coordinator', row)).status).toBe(404);
    },
  );

  // There are no letters before something is sent.
  const readable = forStaff.filter(
    ([, { method, path, names }]) =>
      method === 'GET' &&
      !path.endsWith('.pdf') &&
      !/:(?!id)/.test(path) &&
      (!path.includes(':') || names !== 'unknown'),
  );

  it.each(readable)('%s is there for whom it is for', async (_, row) => {
    const answer = await asked(row.policy === 'administrator' ? 'administrator' : 'coordinator', row);

    expect([200, 303]).toContain(answer.status);
    expect(answer.location ?? '').not.toMatch(/^\/sign-in/);
  });
});
