import { say } from '../../model/problems/kind.ts';
import { at, type Finding } from '../finding.ts';
import { measure } from '../measure.ts';
import type { FormatRule } from './rule.ts';

/** Tên loại: II.5b. */
export const kindOfDocument: FormatRule = ({ kind }) =>
  measure(
    { code: 'the-thuc-ten-loai', subject: say('Tên loại văn bản', 'Kind of document'), place: 'II.5b', pieces: kind },
    { size: [13, 14], bold: true, italic: false, capitals: true, centred: true },
  );

/** Trích yếu: II.5b; in an official letter "V/v …" under the number. */
export const subject: FormatRule = ({ subject: pieces, letterheads }) => [
  ...measure(
    { code: 'the-thuc-trich-yeu', subject: say('Trích yếu nội dung', 'Subject'), place: 'II.5b', pieces },
    { size: [13, 14], bold: true, italic: false, capitals: false, centred: true },
  ),
  ...letterheads.flatMap(({ letterSubject }) => [
    ...measure(
      {
        code: 'the-thuc-trich-yeu',
        subject: say('Trích yếu công văn', 'Subject of the letter'),
        place: 'II.5b',
        pieces: letterSubject,
      },
      { size: [12, 13], bold: false, italic: false, capitals: false, centred: true },
    ),
    ...letterOpening(letterSubject),
  ]),
];

function letterOpening(pieces: Parameters<typeof measure>[0]['pieces']): readonly Finding[] {
  const [first] = pieces;
  if (first === undefined || /^V\/v\s/u.test(first.text)) return [];
  const opening = first.text.slice(0, 12);
  return [
    {
      code: 'the-thuc-trich-yeu',
      grade: 'decree',
      subject: say('Trích yếu công văn', 'Subject of the letter'),
      found: say(`bắt đầu bằng "${opening}…"`, `begins with "${opening}…"`),
      asked: say('bắt đầu bằng "V/v"', 'begins with "V/v"'),
      place: 'II.5b',
      words: true,
      spots: at(first.paragraph),
    },
  ];
}
