import type { Wording } from '../model/problem.ts';
import { say } from '../model/problems/kind.ts';
import type { Recognised } from './components/index.ts';
import { bare } from './components/pieces.ts';
import { KINDS } from './components/words.ts';

/** The kinds that the decree lists have a subject; a leave pass or an introduction has none. */
function needsSubject(kind: string): boolean {
  const name = bare(kind);
  return KINDS.includes(name) && !/^(?:giay|phieu)\b/.test(name);
}

/** Components that every administrative document has, and that were not found in this one. */
export function unrecognised(document: Recognised): readonly Wording[] {
  const { letterheads, kind, subject, body, signatures, recipients, annexOnly } = document;
  if (annexOnly) return [];
  const [letterhead] = letterheads;
  const isLetter = (letterhead?.letterSubject.length ?? 0) > 0;
  const names: Wording[] = [];
  const need = (there: boolean, vi: string, en: string): void => {
    if (!there) names.push(say(vi, en));
  };
  need(letterhead?.nation !== undefined, 'Quốc hiệu', 'the national name');
  need(letterhead?.motto !== undefined, 'Tiêu ngữ', 'the motto');
  need((letterhead?.issuer.length ?? 0) > 0, 'tên cơ quan ban hành', 'the issuing body');
  need(letterhead?.number !== undefined, 'số, ký hiệu', 'number and sign');
  // Minutes carry their date in the text: Phụ lục III, Mẫu 1.9.
  const isMinutes = bare(kind.map(({ text }) => text).join(' ')) === 'bien ban';
  need(letterhead?.placeDate !== undefined || isMinutes, 'địa danh và thời gian', 'place and date');
  need(kind.length > 0 || isLetter, 'tên loại hoặc trích yếu công văn', 'the kind, or the subject of a letter');
  need(subject.length > 0 || !needsSubject(kind.map(({ text }) => text).join(' ')), 'trích yếu', 'the subject');
  need(body.length > 0, 'nội dung văn bản', 'the text');
  need(signatures.length > 0, 'quyền hạn, chức vụ của người ký', 'authority and title of the signer');
  need(
    signatures.some(({ name }) => name !== undefined) || signatures.length === 0,
    'họ tên người ký',
    'the name of the signer',
  );
  need(recipients !== undefined, 'Nơi nhận', 'the recipients');
  return names;
}
