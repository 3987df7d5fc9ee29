// The requirements of a catalogue under their groups, each taken in or left out. A tree with one stop for the Tab key.
import { Checkbox, type RenderTreeNodePayload, Tree, useTree } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type MouseEvent, useMemo } from 'react';
import type { Catalogue } from '../../../../shared/domain/catalogue.ts';
import { countByPlace, type Cut } from './cut-draft.ts';
import styles from './scope-tree.module.css';
import { texts } from './texts.ts';

interface Props {
  catalogue: Catalogue;
  cut: Cut;
  describedBy: string | undefined;
  isInvalid: boolean;
  onChoose: (requirements: string[]) => void;
}

const groupValue = (id: string) => `group ${id}`;
const looks = {
  root: styles.tree ?? '',
  node: styles.node ?? '',
  label: styles.label ?? '',
  subtree: styles.subtree ?? '',
};

/** The tree. What is in is selected, for those who hear the page. */
export function ScopeTree({ catalogue, cut, describedBy, isInvalid, onChoose }: Props) {
  const { groups, requirements } = catalogue;
  const inScope = useMemo(() => new Set(cut.inScope), [cut.inScope]);
  const counts = useMemo(() => countByPlace(catalogue, cut), [catalogue, cut]);
  const byGroup = useMemo(() => Map.groupBy(requirements, ({ group }) => group), [requirements]);
  const places = useMemo(
    () =>
      groups
        .filter(({ id }) => byGroup.has(id))
        .map(({ id, title }) => ({
          value: groupValue(id),
          label: title,
          nodeProps: { id },
          children: (byGroup.get(id) ?? []).map((one) => ({
            value: one.id,
            label: one.title,
            nodeProps: { id: one.id },
          })),
        })),
    [groups, byGroup],
  );
  const whole = groups.flatMap(({ id }) =>
    (byGroup.get(id) ?? []).every((one) => inScope.has(one.id)) ? [groupValue(id)] : [],
  );
  const tree = useTree({
    multiple: true,
    checkedState: cut.inScope,
    onCheckedStateChange: onChoose,
    selectedState: [...whole, ...cut.inScope],
  });

  const draw = ({ node, expanded, hasChildren, elementProps, tree: control }: RenderTreeNodePayload) => {
    const isIn = control.isNodeChecked(node.value);
    const isPartly = control.isNodeIndeterminate(node.value);
    const toggle = () => (isIn ? control.uncheckNode(node.value) : control.checkNode(node.value));
    const id = String(node.nodeProps?.id);
    const ids = hasChildren ? (byGroup.get(id) ?? []).map((one) => one.id) : [];
    const count = (hasChildren ? counts.byGroup.get(id) : counts.byRequirement.get(id)) ?? 0;
    const state = hasChildren
      ? texts.groupIn(ids.filter((one) => inScope.has(one)).length, ids.length)
      : isIn
        ? texts.groupIn(1, 1)
        : texts.isOut;
    const row = {
      ...elementProps,
      onClick(event: MouseEvent) {
        elementProps.onClick(event);
        if (!hasChildren) toggle();
      },
    };
    return (
      <div {...row} data-out={(!isIn && !isPartly) || undefined} data-group={hasChildren || undefined}>
        <IconChevronRight size={14} aria-hidden className={styles.caret} data-open={expanded || undefined} />
        <Checkbox.Indicator
          size="xs"
          checked={isIn}
          indeterminate={isPartly}
          aria-hidden
          onClick={(event) => {
            event.stopPropagation();
            toggle();
          }}
        />
        <span className={styles.id}>{id}</span>
        <span className={styles.title}>{node.label}</span>
        <span className={styles.state} data-usual={(isIn && !isPartly) || undefined}>
          {state}
        </span>
        <span className={styles.count}>{count === 0 ? '' : texts.questionCount(count)}</span>
      </div>
    );
  };

  return (
    <Tree
      tree={tree}
      data={places}
      renderNode={draw}
      classNames={looks}
      levelOffset={0}
      expandOnSpace={false}
      checkOnSpace
      allowRangeSelection={false}
      aria-label={texts.treeName}
      aria-describedby={describedBy}
      aria-invalid={isInvalid || undefined}
    />
  );
}
