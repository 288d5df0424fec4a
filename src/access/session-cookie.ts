/** Holds the secret of a signed-in user's session; `__Host-kretsen` over https. */
export const sessionCookie = 'kretsen';
