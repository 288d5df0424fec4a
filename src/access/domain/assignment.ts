/** What a user can be made responsible for; inside an organisation nobody else sees it. */
export type AssignmentKind = 'person' | 'group';
