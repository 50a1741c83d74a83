import { fromMarkdown } from 'mdast-util-from-markdown';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import './markdown.css';

type Node = ReturnType<typeof fromMarkdown>['children'][number];

/**
 * Help text as Zapier shows it. It is read into a tree and drawn node by node: HTML in it stands there as
 * text, and images are not loaded.
 */
export function Markdown({ text }: { text: string }) {
  const tree = useMemo(() => fromMarkdown(text), [text]);
  return <div class="markdown">{drawAll(tree.children)}</div>;
}

function drawAll(nodes: readonly Node[]): ComponentChildren {
  return nodes.map(draw);
}

function draw(node: Node): ComponentChildren {
  switch (node.type) {
    case 'text':
    case 'html':
      return node.value;
    case 'inlineCode':
      return <code>{node.value}</code>;
    case 'code':
      return <pre>{node.value}</pre>;
    case 'strong':
      return <strong>{drawAll(node.children)}</strong>;
    case 'emphasis':
      return <em>{drawAll(node.children)}</em>;
    case 'break':
      return <br />;
    case 'list':
      return node.ordered ? <ol>{drawAll(node.children)}</ol> : <ul>{drawAll(node.children)}</ul>;
    case 'listItem':
      return <li>{drawAll(node.children)}</li>;
    case 'link':
      return <SafeLink url={node.url}>{drawAll(node.children)}</SafeLink>;
    case 'image':
      return node.alt;
    default:
      return 'children' in node ? <p>{drawAll(node.children)}</p> : null;
  }
}

/** A link to a page; any other kind of URL, such as `javascript:`, stays a text. */
function SafeLink({ url, children }: { url: string; children: ComponentChildren }) {
  if (!/^https?:\/\//i.test(url)) return <>{children}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
