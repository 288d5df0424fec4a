export type Part = 'service-user' | 'coordinator' | 'doctor' | 'network' | 'adjunct';

/** The three every group stands on. */
export const coreTrio = ['service-user', 'coordinator', 'doctor'] as const satisfies readonly Part[];

/** In the order they are shown: the core trio first, those who only come to their own item last. */
export const parts: readonly Part[] = [...coreTrio, 'network', 'adjunct'];
