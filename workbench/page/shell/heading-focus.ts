/**
 * Moves the focus to the heading of a page that was opened, so that keyboards and screen readers go
 * on from there. Where only part of a page has changed, such as beside another recipe, the focus stays.
 */
export function focusHeading(): void {
  const main = document.querySelector<HTMLElement>('main');
  if (!main || (document.activeElement !== main && main.contains(document.activeElement))) return;
  const target = main.querySelector<HTMLElement>('h1') ?? main;
  target.tabIndex = -1;
  // Going back, the browser scrolls to where the page was left.
  target.focus({ preventScroll: true });
}
