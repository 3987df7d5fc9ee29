// The place for the text of a requirement that somebody has a licence for. It never leaves this computer.
import { Button, TextInput } from '@mantine/core';
import { lengthOver, useLicensedTexts } from '../../api/licensed-texts.ts';
import { GrowingText } from '../../parts/growing-text.tsx';
import styles from './context-pane.module.css';
import { texts } from './texts.ts';

interface Props {
  requirement: string;
  standard: { name: string; edition: string };
}

/** The licensed text of one requirement, folded away until it is wanted. */
export function LicensedText({ requirement, standard }: Props) {
  const licensed = useLicensedTexts(standard.name, standard.edition);
  const { isRead, isWaiting, failure, holder, texts: entered } = licensed;
  const text = entered[requirement] ?? '';
  const over = lengthOver(text);
  const keep = () => void licensed.keep();
  const state = over > 0 ? texts.licensedTooLong(over) : isWaiting ? texts.licensedWaits : texts.licensedKept;
  return (
    <details className={styles.licensed}>
      <summary>
        {texts.licensed}
        {text === '' ? null : ` · ${texts.licensedEntered}`}
      </summary>
      <p className={styles.faint}>{texts.licensedWords}</p>
      {isRead ? (
        <>
          <GrowingText
            lines={5}
            value={text}
            aria-label={texts.licensedText(requirement)}
            placeholder={texts.licensedHint}
            onText={(next) => licensed.type(requirement, next)}
            onBlur={keep}
          />
          <TextInput
            label={texts.licenceHolder}
            value={holder}
            maxLength={300}
            onChange={(event) => licensed.typeHolder(event.currentTarget.value)}
            onBlur={keep}
          />
        </>
      ) : null}
      <p className={styles.faint} role="status">
        {failure === undefined && (text !== '' || isWaiting) ? state : null}
      </p>
      {failure === undefined ? null : (
        <div className={styles.failure} role="alert">
          <p>
            {isRead ? texts.licensedWaits : null} {failure}
          </p>
          <Button variant="default" size="compact-xs" onClick={() => void (isRead ? licensed.keep() : licensed.read())}>
            {texts.tryAgain}
          </Button>
        </div>
      )}
    </details>
  );
}
