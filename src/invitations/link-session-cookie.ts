/** Holds the secret of a link's short session after its code was given. */
export const linkSessionCookie = 'kretsen-own';
