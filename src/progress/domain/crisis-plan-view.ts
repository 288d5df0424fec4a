import type { CrisisPlan } from './crisis-plan';

type Say = (key: string) => string;

/** One part of the plan: its heading, its lines, and the words for none. */
interface PlanPart {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly none: string;
}

export interface PlanView {
  readonly parts: readonly PlanPart[];
  readonly callsHeading: string;
  readonly calls: readonly { readonly name: string; readonly phone: string; readonly href: string }[];
}

/** The plan as finished strings, the same on screen, on paper and on the person's own page. */
export function planView({ signs, myself, others, calls }: CrisisPlan, say: Say): PlanView {
  const part = (name: string, lines: readonly string[]): PlanPart => ({
    heading: say(`crisis.${name}`),
    lines,
    none: say('crisis.none'),
  });
  return {
    parts: [part('signs', signs), part('myself', myself), part('others', others)],
    callsHeading: say('crisis.calls'),
    calls: calls.map(({ name, phone }) => ({ name, phone, href: `tel:${phone.replace(/[^\d+]/g, '')}` })),
  };
}
