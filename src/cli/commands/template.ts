import type { Command } from 'commander';
import { prepared } from '../command.ts';
import type { Session } from '../session.ts';
import { addTemplateCarry } from './template-carry.ts';
import { addTemplateCheck } from './template-check.ts';
import { addTemplateNew } from './template-new.ts';
import { addTemplateTags } from './template-tags.ts';

/** `gen template …`: work on templates. */
export function addTemplate(parent: Command, session: Session): Command {
  const template = prepared(parent.command('template'), session).usage('<lệnh>').description('Làm việc với mẫu');
  addTemplateCheck(template, session);
  addTemplateNew(template, session);
  addTemplateCarry(template, session);
  addTemplateTags(template, session);
  return template;
}
