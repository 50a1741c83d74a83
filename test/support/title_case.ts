const SMALL_WORDS =
  'a|an|and|as|at|but|by|for|from|if|in|into|nor|of|off|on|or|per|so|the|to|up|via|vs|with';

const SMALL = new RegExp(`^(${SMALL_WORDS})$`);

/** The words of a label that are not in Title Case: in lower case, and not small ones in its middle. */
export function lowerWords(label: string): string[] {
  const words = label.split(/[\s/-]+/);
  return words.filter((word, index) => {
    const isEdge = index === 0 || index === words.length - 1;
    return /^[a-z]/.test(word) && (isEdge || !SMALL.test(word));
  });
}
