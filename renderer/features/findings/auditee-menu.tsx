// What goes to the auditee and comes back: sheets for the closing meeting, the workbook, its answer.
import { Button, Menu } from '@mantine/core';
import { IconUserShare } from '@tabler/icons-react';
import { useState } from 'react';
import { useCommands } from '../../api/commands.ts';
import { KeyCap } from '../../ui/key-cap.tsx';
import { auditeeTexts } from './auditee-texts.ts';
import { ResponseImport } from './response-import.tsx';
import { useAuditeeFiles } from './use-auditee-files.ts';

/** The menu, with its keys. `chosen` is the number of the chosen finding. */
export function AuditeeMenu({ chosen }: { chosen: string | undefined }) {
  const exporter = useAuditeeFiles();
  const [isImporting, setImporting] = useState(false);
  const sheets = () => void exporter.start({ kind: 'sheets' });
  const workbook = () => void exporter.start({ kind: 'workbook' });
  const response = () => setImporting(true);
  useCommands({ 'findings.sheets': sheets, 'findings.workbook': workbook, 'findings.response': response });
  return (
    <>
      <Menu position="bottom-start" shadow="none">
        <Menu.Target>
          <Button variant="default" leftSection={<IconUserShare size={14} aria-hidden />}>
            {auditeeTexts.menu}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item rightSection={<KeyCap keys="p" />} onClick={sheets}>
            {auditeeTexts.sheets}
          </Menu.Item>
          <Menu.Item onClick={() => void exporter.start({ kind: 'sheetsPdf' })}>{auditeeTexts.sheetsPdf}</Menu.Item>
          {chosen === undefined ? null : (
            <>
              <Menu.Item onClick={() => void exporter.start({ kind: 'sheets', findings: [chosen] })}>
                {auditeeTexts.sheet(chosen)}
              </Menu.Item>
              <Menu.Item onClick={() => void exporter.start({ kind: 'sheetsPdf', findings: [chosen] })}>
                {auditeeTexts.sheetPdf(chosen)}
              </Menu.Item>
            </>
          )}
          <Menu.Divider />
          <Menu.Item rightSection={<KeyCap keys="x" />} onClick={workbook}>
            {auditeeTexts.workbook}
          </Menu.Item>
          <Menu.Item rightSection={<KeyCap keys="i" />} onClick={response}>
            {auditeeTexts.response}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isImporting ? <ResponseImport onClose={() => setImporting(false)} /> : null}
    </>
  );
}
