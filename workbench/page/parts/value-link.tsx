/** A URL on this machine, where files of a result stand. */
const LOCAL = /^http:\/\/127\.0\.0\.1:\d+\//;

/** A URL in a value: one of this machine opens through the workbench; any other stays a text, since nothing leaves the machine. */
export function ValueLink({ url }: { url: string }) {
  if (!LOCAL.test(url)) return <span class="value-text">{url}</span>;
  return (
    <a href={`/api/files?url=${encodeURIComponent(url)}`} target="_blank" rel="noreferrer">
      {url}
    </a>
  );
}
