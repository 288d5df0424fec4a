import { TrustedSvg } from '../../../src/platform/web/trusted-svg';
import type { Language } from '../../../src/kernel/in-words';
import type { Shell } from '../../../src/platform/web/view-engine';
import { aShell, type PageUnderTest } from '../../support/render';

const texts = {
  sv: {
    title: 'Olles resursgrupp',
    lead: 'Här ser du vad som är bokat och vad som återstår att göra innan kallelserna kan gå iväg.',
    problem: 'Något behöver rättas',
    nameFault: 'Skriv ett namn',
    formFault: 'Välj hur mötet hålls',
    save: 'Spara',
    later: 'Fortsätt senare',
    remove: 'Ta bort gruppen',
    newGroup: 'Ny resursgrupp',
    aside: 'Bra att veta',
    why: 'Varför detta datum?',
    toDo: 'Att göra',
    about: 'Om Olle',
    picture: 'Tre platser i ringen. Samma uppgifter finns i tabellen ovanför.',
    easy: 'Mötet är onsdag den 14 april.',
    warning: 'Kallelserna kan inte tas tillbaka när de har skickats.',
    sent: 'Skickad',
    waiting: 'Väntar på svar',
    clash: 'Krock',
    failed: 'Kom inte fram',
  },
  en: {
    title: 'Olle’s resource group',
    lead: 'Here you see what is booked, and what remains to be done before the invitations can leave.',
    problem: 'Something needs to be put right',
    nameFault: 'Write a name',
    formFault: 'Choose how the meeting is held',
    save: 'Save',
    later: 'Go on later',
    remove: 'Remove the group',
    newGroup: 'New resource group',
    aside: 'Good to know',
    why: 'Why this date?',
    toDo: 'To do',
    about: 'About Olle',
    picture: 'Three places in the ring. The table above says the same.',
    easy: 'The meeting is on Wednesday 14 April.',
    warning: 'The invitations cannot be taken back once they are sent.',
    sent: 'Sent',
    waiting: 'Awaiting an answer',
    clash: 'Clash',
    failed: 'Did not arrive',
  },
} as const satisfies Record<Language, Record<string, string>>;

const circles = [40, 100, 160].map((x) => `<circle cx="${String(x)}" cy="30" r="14" fill="#0f4c47"/>`).join('');
const picture = new TrustedSvg(`<svg viewBox="0 0 200 60" role="img" aria-label="1, 2, 3">${circles}</svg>`);

const longWord = 'Kommunikationsavdelningssamordnarbefattningsbeskrivning';

/** Every part once, in the states that matter: filled in, at fault, with a very long word. */
export function patternPage(language: Language): PageUnderTest {
  const words = texts[language];
  return {
    title: words.title,
    lead: words.lead,
    warning: words.warning,
    words,
    picture,
    errorSummary: {
      title: words.problem,
      faults: [
        { text: words.nameFault, href: '#name' },
        { text: words.formFault, href: '#form' },
      ],
    },
    steps: {
      label: words.toDo,
      items: [
        { text: 'Olle', href: '/1', state: 'done' },
        { text: 'Dr Ek', href: '/2', state: 'done' },
        { text: words.about, state: 'current' },
        { text: words.newGroup, state: 'later' },
      ],
    },
    fields: {
      name: { id: 'name', name: 'name', label: 'Namn', hint: words.lead, error: words.nameFault, autocomplete: 'name' },
      mail: { id: 'mail', name: 'mail', label: 'E-post', type: 'email', value: 'maja@anhorig.example', width: '20' },
      meaning: { id: 'meaning', name: 'meaning', label: words.about, value: 'En rad\n  en rad till', rows: 3 },
      form: {
        id: 'form',
        name: 'form',
        legend: words.formFault,
        error: words.formFault,
        hint: words.lead,
        items: [
          { value: 'home', text: 'Hemma', hint: words.lead, checked: true },
          { value: 'video', text: 'Video' },
        ],
      },
      yesNo: {
        id: 'yes',
        name: 'yes',
        legend: words.why,
        inline: true,
        items: [
          { value: 'yes', text: 'Ja' },
          { value: 'no', text: 'Nej' },
        ],
      },
      answer: {
        id: 'answer',
        name: 'answer',
        legend: words.why,
        items: [
          { value: 'coming', text: words.sent, checked: true },
          { value: 'not', text: words.clash, hint: words.lead },
          { value: 'unsure', text: longWord },
        ],
      },
      weekdays: {
        id: 'weekdays',
        name: 'weekdays',
        legend: words.toDo,
        items: [
          { value: 'tue', text: 'Tisdag', checked: true },
          { value: 'thu', text: longWord },
        ],
      },
      language: {
        id: 'language',
        name: 'language',
        label: words.about,
        items: [
          { value: 'sv', text: 'Svenska', selected: true },
          { value: 'en', text: 'English' },
        ],
      },
    },
    toDo: {
      items: [
        { text: 'Maja Berg', href: '/maja', hint: words.lead, status: { text: words.waiting, shape: 'open' } },
        { text: 'Dr Ek', href: '/ek', status: { text: words.clash, shape: 'warning' } },
        { text: longWord, status: { text: words.failed, shape: 'stopped' } },
      ],
    },
    year: {
      caption: words.title,
      head: [{ text: words.about }, { text: words.toDo }, { text: words.aside }, { text: 'Min', numeric: true }],
      rows: [
        {
          header: 'onsdag 14 april 2027',
          cells: [
            { text: 'Ek', href: '/ek' },
            { tag: { text: words.sent, shape: 'done' } },
            { text: '60', numeric: true },
          ],
        },
        {
          header: 'onsdag 12 maj 2027',
          cells: [{ text: longWord }, { tag: { text: words.waiting, shape: 'open' } }, { text: '60', numeric: true }],
        },
      ],
    },
    person: {
      rows: [
        { key: 'Namn', value: 'Olle Lind', action: { text: words.save, href: '/name', hidden: 'Namn' } },
        { key: 'E-post', value: `${longWord.toLowerCase()}@exempel.example` },
      ],
    },
  };
}

/** The frame at its fullest: signed in, practising, with something to say. */
export const fullShell = (language: Language): Shell =>
  aShell(language, {
    practice: true,
    notice: { text: texts[language].lead },
    signedIn: { name: 'Karin Holm', organisation: 'Region Exempel', role: 'samordnare' },
    nav: [
      { text: 'Min dag', href: '/', current: false },
      { text: 'Grupper', href: '/groups', current: true },
      { text: 'Personer', href: '/people', current: false },
    ],
  });
