/** The findings of a report: errors first, keyed, so that what was opened stays open while someone types. */

import { memo } from 'preact/compat';
import type { Finding } from '../checker/types.ts';
import type { Remedy } from '../form/remedies.ts';
import { Icon } from '../parts/icon.tsx';
import { usePage } from '../parts/page.ts';
import { Rich, Spoken, sentence } from '../parts/rich.tsx';

/** Something that can be done about a finding. */
export interface Deed {
  label: string;
  title?: string;
  run(): void;
}

export interface FindingsProps {
  findings: Finding[];
  /** How many there are in all. */
  total: number;
  onMore(): void;
  onFix(finding: Finding): void;
  /** What `remedyOf` said is to be done. */
  onRemedy(finding: Finding): void;
  remedyOf(finding: Finding): Remedy['kind'] | null;
  /** What else the page offers for a rule. */
  deedsOf(finding: Finding): Deed[];
}

export const Findings = memo(function Findings(props: FindingsProps) {
  const { texts } = usePage();
  const { findings, total, onMore } = props;
  const seen = new Map<string, number>();
  return (
    <>
      <ol class="findings plain">
        {findings.map((finding) => {
          const name = `${finding.rule} ${finding.path ?? ''}`;
          const number = (seen.get(name) ?? 0) + 1;
          seen.set(name, number);
          return (
            <Item
              key={`${name} ${number}`}
              finding={finding}
              onFix={props.onFix}
              onRemedy={props.onRemedy}
              remedy={props.remedyOf(finding)}
              deedsOf={props.deedsOf}
            />
          );
        })}
      </ol>
      {total > findings.length && (
        <p class="more">
          <button type="button" onClick={onMore}>
            {texts.showMore(total - findings.length)}
          </button>
        </p>
      )}
    </>
  );
});

interface ItemProps extends Pick<FindingsProps, 'onFix' | 'onRemedy' | 'deedsOf'> {
  finding: Finding;
  remedy: Remedy['kind'] | null;
}

const Item = memo(function Item({ finding, onFix, onRemedy, remedy, deedsOf }: ItemProps) {
  const { texts, goTo } = usePage();
  const { severity, span, fix, rule, message, related = [], help = fix?.title } = finding;
  const deeds = deedsOf(finding);
  return (
    <li class={`finding ${severity}`}>
      <Icon name={severity} />
      <div>
        <p class="message">
          <Spoken>{texts.severities[severity]}: </Spoken>
          <Rich text={sentence(message)} />
        </p>
        {help !== undefined && (
          <p class="help">
            <Rich text={sentence(help)} />
          </p>
        )}
        <div class="foot">
          {fix !== undefined && (
            <button type="button" class="small fix" title={fix.title.replaceAll('`', '')} onClick={() => onFix(finding)}>
              <Icon name="wrench" />
              {fix.safety === 'safe' ? texts.fix : texts.fixUnsafe}
              <Spoken>: {message.replaceAll('`', '')}</Spoken>
            </button>
          )}
          {remedy !== null && (
            <button type="button" class="small fix" onClick={() => onRemedy(finding)}>
              <Icon name="wrench" />
              {texts.fixTitles[remedy]}
              <Spoken>: {message.replaceAll('`', '')}</Spoken>
            </button>
          )}
          {deeds.map(({ label, run }) => (
            <button key={label} type="button" class="small" onClick={run}>
              {label}
            </button>
          ))}
          {span !== undefined && (
            <button type="button" class="link where" onClick={() => goTo(span)}>
              {texts.line(span.start.line, span.start.utf16)}
              <Spoken>: {message.replaceAll('`', '')}</Spoken>
            </button>
          )}
        </div>
        {related.map((other) => (
          <p key={other.message} class="related">
            <Rich text={sentence(other.message)} />
            {other.span !== undefined && (
              <>
                {' · '}
                <button type="button" class="link" onClick={() => other.span && goTo(other.span)}>
                  {texts.line(other.span.start.line, other.span.start.utf16)}
                </button>
              </>
            )}
          </p>
        ))}
        <Reasons finding={finding} name={rule} />
      </div>
    </li>
  );
});

function Reasons({ finding, name }: { finding: Finding; name: string }) {
  const { texts } = usePage();
  const { note, source, api_error } = finding;
  return (
    <details>
      <summary>{texts.why}</summary>
      {note !== undefined && (
        <p>
          <Rich text={sentence(note)} />
        </p>
      )}
      {source?.quote !== undefined && (
        <p class="quote" lang="en">
          “{source.quote}”
        </p>
      )}
      {source !== undefined && (
        <p class="cite" lang="en">
          {source.page}
        </p>
      )}
      {api_error !== undefined && (
        <p>
          {texts.apiAnswers(api_error)} · <a href={`#explain/${encodeURIComponent(api_error)}`}>{texts.lookUp(api_error)}</a>
        </p>
      )}
      <p>
        {texts.rule} <a href={`#explain/${name}`}>{name}</a>
      </p>
    </details>
  );
}
