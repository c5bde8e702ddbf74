import type { Wording } from '../../model/problem.ts';
import { say } from '../../model/problems/kind.ts';
import type { Annex, Recognised } from '../components/index.ts';
import { bare, fullText, isCapitals } from '../components/pieces.ts';
import { at, type Finding } from '../finding.ts';
import { measure } from '../measure.ts';
import type { FormatRule } from './rule.ts';

const LABEL = say('Từ "Phụ lục" và số thứ tự', 'The word "Phụ lục" and its number');
const code = 'the-thuc-phu-luc';

/** Phụ lục: III.1. */
export const annexes: FormatRule = (document) => [
  ...document.annexes.flatMap((annex) => [...head(annex), ...numbered(annex, document)]),
  ...pointedTo(document),
];

function fault(annex: Annex, subject: Wording, found: Wording, asked: Wording, place = 'III.1b'): Finding {
  return { code, grade: 'decree', subject, found, asked, place, words: true, spots: at(annex.label.paragraph) };
}

function head(annex: Annex): readonly Finding[] {
  const { label, title, attached } = annex;
  const findings: Finding[] = [
    ...measure(
      { code, subject: LABEL, place: 'III.1b', pieces: [label] },
      { size: [14, 14], bold: true, italic: false, centred: true },
    ),
    ...measure(
      { code, subject: say('Tên phụ lục', 'Title of the annex'), place: 'III.1b', pieces: title },
      { size: [13, 14], bold: true, italic: false, capitals: true, centred: true },
    ),
    ...measure(
      { code, subject: say('Dòng "(Kèm theo …)"', 'The line "(Kèm theo …)"'), place: 'III.1c', pieces: attached },
      { size: [13, 14], italic: true, bold: false, capitals: false, centred: true },
    ),
  ];
  const words = /^phụ\s+lục(?:\s+số)?/iu.exec(label.text)?.[0] ?? '';
  if (isCapitals(words))
    findings.push(
      fault(annex, LABEL, say('in hoa', 'in capitals'), say('in thường: "Phụ lục"', 'in lower case: "Phụ lục"')),
    );
  if (/^phụ\s+lục\s+số/iu.test(label.text))
    findings.push(fault(annex, LABEL, say(`"${label.text}"`, `"${label.text}"`), say('"Phụ lục I"', '"Phụ lục I"')));
  const rest = label.text.slice(words.length).replace(/^[\s:.]*(?:[IVXLC]+|\d{1,2}[A-Z]?|[A-Z])?\s*[:.\-–]?\s*/u, '');
  if (rest.length > 3)
    findings.push(
      fault(
        annex,
        LABEL,
        say('cùng dòng với tên phụ lục', 'on the line of the title'),
        say('một dòng riêng', 'a line of its own'),
      ),
    );
  if (attached.length === 0)
    findings.push(
      fault(
        annex,
        say('Dòng "(Kèm theo …)"', 'The line "(Kèm theo …)"'),
        say('không có', 'none'),
        say(
          'số, ký hiệu, ngày và cơ quan ban hành của văn bản, dưới tên phụ lục',
          'number, date and issuer of the document, below the title',
        ),
        'III.1c',
      ),
    );
  return findings;
}

/** Roman numbers from two annexes on: III.1a. */
function numbered(annex: Annex, { annexes: all }: Recognised): readonly Finding[] {
  if (all.length < 2 || /^[IVXLC]+$/.test(annex.number)) return [];
  const found = annex.number === '' ? say('không có số', 'no number') : say(`"${annex.number}"`, `"${annex.number}"`);
  return [
    fault(
      annex,
      LABEL,
      found,
      say('chữ số La Mã, khi có từ hai phụ lục', 'a Roman number, from two annexes on'),
      'III.1a',
    ),
  ];
}

/** The document points to its annex: III.1a. Not asked of a file that is an annex only, nor of one without text. */
function pointedTo({ annexes: all, body, annexOnly }: Recognised): readonly Finding[] {
  const [first] = all;
  const text = body.filter(
    ({ role }) => role === 'text' || role === 'clause' || role === 'point' || role === 'article',
  );
  if (first === undefined || annexOnly || text.length < 3) return [];
  const told = [...body.map((item) => item.text)].some((words) =>
    /\b(?:phu luc|bieu mau|bieu so|dinh kem|kem theo)\b/.test(bare(words)),
  );
  if (told) return [];
  return [
    fault(
      first,
      say('Chỉ dẫn về phụ lục', 'Pointing to the annex'),
      say(
        `trong văn bản không nhắc đến "${fullText(first.label.paragraph)}"`,
        `the text does not mention "${fullText(first.label.paragraph)}"`,
      ),
      say('trong văn bản có chỉ dẫn về phụ lục', 'the text points to the annex'),
      'III.1a',
    ),
  ];
}
