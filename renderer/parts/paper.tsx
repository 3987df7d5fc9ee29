// Paper of a report. It has a tree of its own, so that the styles of the report and of the page do not meet.
import { useEffect, useRef } from 'react';
import { fileUrl } from '../api/files.ts';

interface Props {
  html: string;
  styles: string;
  language?: string;
  className: string | undefined;
  /** The hash of the file of an evidence number; undefined where there is none. Must stay the same function. */
  fileOf?: (evidence: string) => string | undefined;
}

const noFile = () => undefined;

/** Elements that the engine drew, with their own styles. Paper is light in every theme. */
export function Paper({ html, styles, language, className, fileOf = noFile }: Props) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const root = element.shadowRoot ?? element.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
    const body = document.createElement('div');
    body.className = 'report';
    if (language !== undefined) body.lang = language;
    // The engine writes it from texts that are escaped; scripts are forbidden on this page besides.
    body.innerHTML = html;
    for (const image of body.querySelectorAll<HTMLImageElement>('img[data-evidence], img[data-content]')) {
      const { evidence, content } = image.dataset;
      const sha256 = content ?? fileOf(evidence ?? '');
      if (sha256 !== undefined) image.src = fileUrl(sha256);
    }
    root.replaceChildren(body);
    // An address in the paper is a place in it, not a room of the page.
    const follow = (event: Event) => {
      const link = (event.target as Element).closest?.('a[href^="#"]');
      if (!link) return;
      event.preventDefault();
      root.getElementById(link.getAttribute('href')?.slice(1) ?? '')?.scrollIntoView({ block: 'start' });
    };
    root.addEventListener('click', follow);
    return () => root.removeEventListener('click', follow);
  }, [html, styles, language, fileOf]);
  return <div ref={host} className={className} />;
}
