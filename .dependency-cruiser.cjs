// Which way one may look (README, "The house"). A room looks at rooms to its left, through their front door.
const rooms = [
  'audit',
  'access',
  'people',
  'sociogram',
  'groups',
  'meetings',
  'availability',
  'planning',
  'agendas',
  'progress',
  'notes',
  'outbox',
  'answers',
  'invitations',
  'replies',
  'my-page',
  'method',
  'caseload',
  'exchange',
  'desk',
  'practice',
];

const frontDoor = '^src/[^/]+/(domain/|[^/]+\\.(service|module|decorator)\\.ts$)';

const leftOnly = rooms.map((room, place) => ({
  name: `${room}-looks-left`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: `^src/(${rooms.slice(place + 1).join('|') || 'nothing-to-the-right'})/` },
}));

const throughTheDoor = rooms.map((room) => ({
  name: `${room}-through-the-door`,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${room}/|[^/]+/bench/|app\\.(module|schemas)\\.ts)` },
  to: { path: `^src/${room}/`, pathNot: [frontDoor, `^src/${room}/store/[^/]+\\.schemas\\.ts$`] },
}));

const only = (name, packages, home) => ({
  name,
  severity: 'error',
  from: { path: '^src/', pathNot: home },
  to: { path: `node_modules/(${packages})/` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...leftOnly,
    ...throughTheDoor,
    {
      name: 'domain-is-pure',
      severity: 'error',
      from: { path: '^src/([^/]+)/domain/' },
      to: { pathNot: ['^src/kernel/', '^src/[^/]+/domain/', 'node_modules/luxon/', 'node_modules/date-holidays/'] },
    },
    {
      name: 'kernel-knows-nobody',
      severity: 'error',
      from: { path: '^src/kernel/' },
      to: { pathNot: ['^src/kernel/', 'node_modules/luxon/'] },
    },
    {
      name: 'platform-knows-no-room',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: `^src/(${rooms.join('|')})/` },
    },
    {
      // A command is a small program of its own and puts its parts together itself, as a module does.
      name: 'a-store-is-its-rooms-own',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/[^/]+/(store/|bench/|[^/]+\\.(module|command)\\.ts$)' },
      to: { path: '^src/[^/]+/store/' },
    },
    {
      name: 'controllers-see-no-repository',
      severity: 'error',
      from: { path: '\\.controller\\.ts$' },
      to: { path: '\\.repository\\.ts$' },
    },
    only('typeorm-in-stores', 'typeorm', '^src/([^/]+/store/|platform/database/|app\\.schemas\\.ts)'),
    only('nodemailer-in-mail', 'nodemailer', '^src/platform/mail/'),
    only('imapflow-in-mailbox', 'imapflow', '^src/platform/mailbox/'),
    only('calendars-in-ical', 'ical-generator|ical\\.js', '^src/(availability|invitations|replies)/ical/'),
    only('mail-parsers', 'postal-mime', '^src/(platform/mail|replies/mime|practice)/'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
