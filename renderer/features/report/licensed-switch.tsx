// Printing the text of the standard that somebody here has a licence for. Off until it is asked for, each time.
import { Checkbox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useEngine } from '../../api/engine-context.tsx';
import { useAudit } from '../../api/session-context.tsx';
import styles from './side.module.css';
import { texts } from './texts.ts';

export interface Licence {
  /** Name and edition of the standard. */
  standard: string;
  holder: string;
}

/** Under whose licence this machine keeps texts of the audit's standard; undefined where it keeps none. */
export function useLicence(): Licence | undefined {
  const { api } = useEngine();
  const { name, edition } = useAudit((state) => state.catalogue.standard);
  const [licence, setLicence] = useState<Licence>();
  useEffect(() => {
    let isWanted = true;
    api.call('licensedTexts.read', { standard: name, edition }).then(
      ({ holder, texts: kept }) =>
        isWanted && setLicence(Object.keys(kept).length === 0 ? undefined : { standard: `${name}:${edition}`, holder }),
      // A file that cannot be read is nothing to print from; where texts are entered, this is said.
      () => isWanted && setLicence(undefined),
    );
    return () => {
      isWanted = false;
    };
  }, [api, name, edition]);
  return licence;
}

interface Props {
  licence: Licence;
  isOn: boolean;
  onSwitch: (isOn: boolean) => void;
}

/** The switch, with whose licence it is. */
export function LicensedSwitch({ licence: { standard, holder }, isOn, onSwitch }: Props) {
  return (
    <Checkbox
      classNames={{ root: styles.licensed ?? '', description: styles.licence ?? '' }}
      checked={isOn}
      onChange={(event) => onSwitch(event.currentTarget.checked)}
      label={texts.licensed}
      description={texts.licensedWords(standard, holder)}
    />
  );
}
