/** What an input of the kind `assignee` says for nobody. */
export const UNASSIGNED = 'unassigned';
