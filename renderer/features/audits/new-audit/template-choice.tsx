// The choice of a template: the titles as radio buttons, beside them what the chosen one is for.
import { useId } from 'react';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import { requirementsOf } from '../../../../shared/domain/tailoring.ts';
import type { Template } from '../../../../shared/domain/templates.ts';
import { depths } from '../../../../shared/domain/vocabulary.ts';
import { GroupRow } from '../../../ui/field-row.tsx';
import { templatesOf } from './cut-draft.ts';
import styles from './new-audit.module.css';
import { texts } from './texts.ts';

interface Props {
  catalogue: Catalogue;
  chosen: Template;
  onChoose: (template: string) => void;
}

function factsOf(catalogue: Catalogue, template: Template): string {
  const { takesIn, depths: ofDepths } = texts.templateFacts;
  const words = [
    takesIn(requirementsOf(catalogue, template).length, catalogue.requirements.length),
    ofDepths(
      template.depths.map((depth) => depths[depth]),
      Object.keys(depths).length,
    ),
  ].join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

/** The templates of a catalogue, one of them chosen. */
export function TemplateChoice({ catalogue, chosen, onChoose }: Props) {
  const name = useId();
  const about = useId();
  return (
    <GroupRow label={texts.template} isRequired role="radiogroup">
      <div className={styles.templates}>
        <div className={styles.templateNames}>
          {templatesOf(catalogue).map(({ id, title }) => (
            <label key={id}>
              <input
                type="radio"
                name={name}
                checked={id === chosen.id}
                aria-describedby={id === chosen.id ? about : undefined}
                onChange={() => onChoose(id)}
              />
              {title}
            </label>
          ))}
        </div>
        <div id={about} className={styles.purpose}>
          <p>{chosen.purpose}</p>
          <p className={styles.faint}>
            {factsOf(catalogue, chosen)}
            {chosen.basis.length === 0 ? null : ` ${texts.templateFacts.basis(chosen.basis)}.`}
          </p>
        </div>
      </div>
    </GroupRow>
  );
}
