import { HOLE } from './thrown-sentences.ts';
import { ENTRIES, SYMPTOMS } from './troubleshooting-entries.ts';

/** The troubleshooting page: an entry for each message, under the message itself. */
export function troubleshootingDocument(): string {
  const sections = Object.entries(ENTRIES).map(([title, entries]) => [
    `## ${title}`,
    ...entries.map(({ says, ...rest }) => entryText(says, rest)),
  ]);
  return [
    '# Troubleshooting',
    'Search this page for the message that Zapier shows. `[…]` stands for a name or a value of your Zap. Many messages continue with what to do.',
    ...sections.flat(),
    '## Without a message',
    ...SYMPTOMS.map(({ sees, ...rest }) => entryText([sees], rest)),
    '',
  ].join('\n\n');
}

function entryText(
  headings: readonly string[],
  { why, todo }: { why: string; todo: string },
): string {
  return [
    ...headings.map((heading) => `### ${heading}`),
    `**Why:** ${why}`,
    `**What to do:** ${todo}`,
  ].join('\n\n');
}

/** A heading of an entry, and how exactly it says what it is about. */
export interface Heading {
  says: string;
  pattern: RegExp;
  fixedLength: number;
}

/** All messages that the page has an entry for. */
export function headings(): Heading[] {
  return Object.values(ENTRIES)
    .flat()
    .flatMap(({ says }) => says)
    .map((says) => {
      const fixed = bare(says.replaceAll(/\[[^\]]+\]/g, HOLE));
      return {
        says,
        pattern: new RegExp(`^${fixed.split(HOLE).map(escaped).join('[^:]+')}$`),
        fixedLength: fixed.replaceAll(HOLE, '').length,
      };
    });
}

/** The heading under which a sentence is found: the most exact one. */
export function headingOf(sentence: string, among: readonly Heading[]): Heading | undefined {
  return among
    .filter(({ pattern }) => pattern.test(bare(sentence)))
    .sort((one, other) => other.fixedLength - one.fixedLength)[0];
}

/** Whether a value stands in quotes is a matter of the code, not of what people look for. */
function bare(sentence: string): string {
  return sentence.replaceAll(`"${HOLE}"`, HOLE);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
