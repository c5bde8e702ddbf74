import type { Wording } from '../../model/problem.ts';
import { say } from '../../model/problems/kind.ts';
import type { Recognised } from '../components/index.ts';
import { tidy } from '../components/pieces.ts';
import type { Paragraph, Section, Story } from '../docx/model.ts';
import type { Finding, Grade, Spot } from '../finding.ts';
import { points, sizesOutside } from '../measure.ts';
import type { FormatRule } from './rule.ts';

const SUBJECT = say('Số trang', 'Page number');
/** A text of so many letters may fit on one page, and a page alone has no number. */
const ONE_PAGE = 3200;

const isNumber = ({ runs }: Paragraph): boolean => runs.some(({ field }) => field === 'PAGE');
const numberIn = (stories: readonly Story[], kind: Story['kind']): Paragraph | undefined =>
  stories.find((story) => story.kind === kind)?.paragraphs.find(isNumber);

interface Faults {
  readonly section: Section;
  readonly first: boolean;
}

/** Số trang: I.7; of annexes: III.1đ. */
export const pageNumber: FormatRule = (document) => {
  const { sections, paragraphs } = document.document;
  const annexSections = new Set(document.annexes.map(({ label }) => label.paragraph.section));
  const findings: Finding[] = [];
  const seen = new Set<Paragraph>();
  for (const section of sections) {
    if (section.continuous && section.index > 0) continue;
    const holdsText = paragraphs.some((paragraph) => paragraph.section === section.index);
    if (!holdsText) continue;
    findings.push(...inSection({ section, first: section.index === 0 }, document, seen));
  }
  return [...merged(findings), ...annexNumbers(document, annexSections)];
};

function finding(grade: Grade, found: Wording, asked: Wording, spot: Spot, place = 'I.7'): Finding {
  return { code: 'the-thuc-so-trang', grade, subject: SUBJECT, found, asked, place, spots: [spot] };
}

function inSection({ section, first }: Faults, document: Recognised, seen: Set<Paragraph>): readonly Finding[] {
  const spot: Spot = { kind: 'section', index: section.index };
  const above = numberIn(section.headers, 'default');
  const below = [...section.footers].flatMap(({ paragraphs }) => paragraphs).find(isNumber);
  if (above === undefined && below !== undefined)
    return [
      finding(
        'decree',
        say('ở lề dưới (chân trang)', 'in the bottom margin'),
        say('canh giữa trong lề trên', 'centred in the top margin'),
        spotIn(below, 'footer'),
      ),
    ];
  if (above === undefined) {
    if (isShort(document, section)) return [];
    return [
      finding(
        'decree',
        say('không có', 'none'),
        say('đánh số từ 1, trong lề trên', 'numbered from 1, in the top margin'),
        spot,
      ),
    ];
  }
  const findings: Finding[] = [];
  if (!seen.has(above)) {
    seen.add(above);
    findings.push(...lookOf(above));
  }
  if (first && !section.titlePage)
    findings.push(finding('decree', say('hiện cả ở trang thứ nhất', 'shown on the first page too'), HIDDEN, spot));
  const onFirst = numberIn(section.headers, 'first');
  if (first && section.titlePage && onFirst !== undefined)
    findings.push(
      finding(
        'decree',
        say('hiện cả ở trang thứ nhất', 'shown on the first page too'),
        HIDDEN,
        spotIn(onFirst, 'header'),
      ),
    );
  if (document.document.evenAndOdd && numberIn(section.headers, 'even') === undefined)
    findings.push(
      finding(
        'decree',
        say('không có ở trang chẵn', 'none on even pages'),
        say('ở mọi trang từ trang 2', 'on every page from page 2'),
        spot,
      ),
    );
  if (section.numberFormat !== 'decimal')
    findings.push(
      finding(
        'decree',
        say(`kiểu số ${section.numberFormat}`, `number format ${section.numberFormat}`),
        say('chữ số Ả Rập', 'Arabic digits'),
        spot,
      ),
    );
  if (first && (section.numberStart ?? 1) > 1)
    findings.push(
      finding(
        'decree',
        say(`bắt đầu từ ${section.numberStart}`, `starts at ${section.numberStart}`),
        say('đánh từ số 1', 'from 1'),
        spot,
      ),
    );
  return findings;
}

const HIDDEN = say('không hiển thị ở trang thứ nhất', 'not shown on the first page');

const spotIn = (paragraph: Paragraph, part: 'header' | 'footer'): Spot => ({ kind: 'paragraph', paragraph, part });

function lookOf(paragraph: Paragraph): readonly Finding[] {
  const spot = spotIn(paragraph, 'header');
  const runs = paragraph.runs.filter(({ field }) => field === 'PAGE');
  const findings: Finding[] = [];
  const sizes = sizesOutside([{ runs: runs.map(({ text, look }) => ({ text, look })) }], [13, 14]);
  if (sizes.length > 0) {
    const text = sizes.map(points).join('; ');
    findings.push(finding('decree', say(`cỡ chữ ${text}`, `font size ${text}`), say('13 - 14', '13 - 14'), spot));
  }
  if (runs.some(({ look }) => look.italic))
    findings.push(finding('decree', say('chữ nghiêng', 'italic'), say('chữ đứng', 'upright'), spot));
  // In a frame or a text box the box is centred, not the paragraph; a tab leads to the middle of the line.
  const centred = paragraph.alignment === 'center' || paragraph.container.kind !== 'page' || paragraph.framed === true;
  if (!centred && !paragraph.runs.some(({ text }) => text.includes('\t')))
    findings.push(finding('decree', say('không canh giữa', 'not centred'), say('canh giữa', 'centred'), spot));
  const around = tidy(
    paragraph.runs
      .filter(({ field }) => field !== 'PAGE')
      .map(({ text }) => text)
      .join(''),
  );
  if (around !== '')
    findings.push(
      finding('practice', say(`có thêm "${around}"`, `with "${around}"`), say('chỉ có số', 'the number alone'), spot),
    );
  return findings;
}

function isShort({ document, annexes }: Recognised, section: Section): boolean {
  if (document.pages === 1) return true;
  const inside = document.paragraphs.filter((paragraph) => paragraph.section === section.index);
  const letters = inside.reduce((sum, { runs }) => sum + runs.reduce((own, { text }) => own + text.length, 0), 0);
  const beginsPages = inside.slice(1).some(({ startsPage }) => startsPage);
  return letters < ONE_PAGE && !beginsPages && (document.sections.length === 1 || annexes.length > 0);
}

/** Each annex counts its own pages: that takes a section which starts again at 1. */
function annexNumbers({ document, annexes }: Recognised, annexSections: ReadonlySet<number>): readonly Finding[] {
  const wrong = annexes.filter(({ label }, i) => {
    const section = document.sections[label.paragraph.section];
    if (
      section === undefined ||
      (section.index === 0 && i === 0 && annexSections.size === 1 && isWholeFile(document.paragraphs, label.paragraph))
    )
      return false;
    const shares = annexes.slice(0, i).some((other) => other.label.paragraph.section === section.index);
    return section.index === 0 || shares || section.numberStart !== 1;
  });
  const [first] = wrong;
  if (first === undefined || document.pages === 1) return [];
  const asked = say(
    'đánh số trang riêng theo từng phụ lục (phần riêng, bắt đầu từ 1)',
    'each annex numbers its own pages (a section of its own, from 1)',
  );
  const found = say('đánh tiếp số trang của văn bản', 'goes on with the numbers of the document');
  return [
    {
      ...finding('decree', found, asked, { kind: 'paragraph', paragraph: first.label.paragraph }, 'III.1đ'),
      subject: say('Số trang của phụ lục', 'Page numbers of the annex'),
      spots: wrong.map(({ label }) => ({ kind: 'paragraph', paragraph: label.paragraph })),
    },
  ];
}

/** Nothing of a document stands before the annex: the file is the annex. */
const isWholeFile = (paragraphs: readonly Paragraph[], label: Paragraph): boolean =>
  paragraphs.filter(
    ({ index, container, runs }) =>
      index < label.index && container.kind === 'page' && runs.some(({ text }) => text.trim() !== ''),
  ).length === 0;

/** The same fault in several sections is told once. */
function merged(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding>();
  for (const item of findings) {
    const name = `${item.found.vi}|${item.asked.vi}`;
    const known = groups.get(name);
    groups.set(name, known === undefined ? item : { ...known, spots: [...known.spots, ...item.spots] });
  }
  return [...groups.values()];
}
