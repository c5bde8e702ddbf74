import type { Outcome, Place, Problem, Severity, TemplatePlace } from '../model/problem.ts';
import { problem } from '../model/problem-codes.ts';
import { say } from '../model/problems/kind.ts';
import { type Recognised, recognise } from './components/index.ts';
import { fullText } from './components/pieces.ts';
import { readWord, type Unreadable } from './docx/index.ts';
import type { Paragraph } from './docx/model.ts';
import { type Sample, tagsIn } from './docx/tags.ts';
import type { Finding, Spot, StoryPart } from './finding.ts';
import { unrecognised } from './missing.ts';
import { FORMAT_RULES, NARRATIVE_RULES, TEXT_RULES } from './rules/index.ts';

/**
 * Bytes → a document with its properties resolved → components → rules → problems. Pure: what a Word file looks like
 * against Nghị định 30/2020/NĐ-CP, Phụ lục I.
 */

export type { Sample } from './docx/tags.ts';

/**
 * What the decree states outright is an error in a template of ours, and in a report what the template decides: its look.
 * Words in a report were typed by whoever wrote it, after a form that may ask for them: a warning, as anything is in the
 * file of someone else.
 */
export type Standing = 'template' | 'report' | 'other';

export interface FormatRequest {
  readonly bytes: Uint8Array;
  /** The name that problems carry. */
  readonly file: string;
  readonly standing: Standing;
  /** What is put in the place of a template's tags, ours or one that someone else's file proves to be. */
  readonly sample?: Sample;
}

/** What was recognised, by the words of the decree, as it is printed. */
export type Components = Readonly<Record<string, string>>;

/** Findings of the same kind show so many further places. */
const SHOWN_PLACES = 3;
const SHOWN_WORDS = 80;
/** One or two tags may have been left in a report; so many different ones make a template. */
const TAGS_OF_A_TEMPLATE = 3;

/** Reports every fault of form. `undefined`: the file cannot be read, and the problem says why. */
export function checkFormat({ bytes, file, standing, sample }: FormatRequest): Outcome<Components | undefined> {
  const written = readWord(bytes, standing === 'template' ? sample : undefined);
  if ('fault' in written) return { value: undefined, problems: [unreadable(written, file)] };
  const tags = standing === 'other' && sample !== undefined ? tagsIn(written.paragraphs, sample) : [];
  const isTemplate = standing === 'template' || tags.length >= TAGS_OF_A_TEMPLATE;
  const document = isTemplate ? readWord(bytes, sample) : written;
  if ('fault' in document) return { value: undefined, problems: [unreadable(document, file)] };
  const recognised = recognise(document);
  if (recognised.otherHead !== undefined) {
    const other = problem('the-thuc-van-ban-khac', { head: recognised.otherHead.text }, { kind: 'file', file });
    return { value: componentsOf(recognised), problems: [other] };
  }
  const places = new Places(file, recognised);
  const rules = [
    ...FORMAT_RULES,
    ...(isTemplate ? [] : TEXT_RULES),
    ...(standing === 'other' && !isTemplate ? NARRATIVE_RULES : []),
  ];
  const problems = rules.flatMap((rule) => rule(recognised)).map((finding) => told(finding, places, standing));
  if (standing === 'other' && isTemplate)
    problems.push(problem('the-thuc-do-mau', { tags: tags.slice(0, TAGS_OF_A_TEMPLATE) }, { kind: 'file', file }));
  const missing = unrecognised(recognised);
  if (missing.length > 0) {
    const names = say(missing.map(({ vi }) => vi).join(', '), missing.map(({ en }) => en).join(', '));
    problems.push(problem('the-thuc-khong-nhan-ra', { missing: names }, { kind: 'file', file }));
  }
  return { value: componentsOf(recognised), problems };
}

function unreadable(fault: Unreadable, file: string): Problem {
  const at: Place = { kind: 'file', file };
  switch (fault.fault) {
    case 'not-docx':
      return problem('tep-word-khong-doc-duoc', { cause: fault.cause }, at);
    case 'too-large':
      return problem(
        'tep-word-khong-doc-duoc',
        { cause: say('tệp giải nén ra quá lớn', 'it unpacks to too much') },
        at,
      );
    case 'damaged': {
      const { part, cause } = fault;
      return problem(
        'tep-word-khong-doc-duoc',
        { cause: say(`phần ${part} bị hỏng (${cause})`, `the part ${part} is damaged (${cause})`) },
        at,
      );
    }
  }
}

function severityOf({ grade, words }: Finding, standing: Standing): Severity {
  switch (grade) {
    case 'decree':
      return standing === 'template' || (standing === 'report' && words !== true) ? 'loi' : 'canh_bao';
    case 'practice':
      return 'canh_bao';
    case 'hint':
      return 'goi_y';
  }
}

function told(finding: Finding, places: Places, standing: Standing): Problem {
  const { code, subject, found, asked, place, spots, words } = finding;
  const [first, ...others] = spots.map((spot) => places.of(spot));
  const params = { subject, found, asked, place, more: others.length, ...(words === true ? { words } : {}) };
  return problem(code, params, first ?? places.file(), others.slice(0, SHOWN_PLACES), {
    severity: severityOf(finding, standing),
    basis: `${subject.vi}: ${found.vi}`,
  });
}

/** What Word calls them. */
const PARTS: Readonly<Record<StoryPart | 'body', string>> = {
  body: 'thân văn bản',
  header: 'đầu trang',
  footer: 'chân trang',
  footnotes: 'chú thích cuối trang',
  endnotes: 'chú thích cuối văn bản',
};

/** Places as Word shows them. */
class Places {
  constructor(
    private readonly name: string,
    private readonly recognised: Recognised,
  ) {}

  file(): Place {
    return { kind: 'file', file: this.name };
  }

  of(spot: Spot): TemplatePlace {
    if (spot.kind === 'section')
      return { kind: 'template', file: this.name, part: PARTS.body, section: spot.index + 1 };
    const { paragraph, part } = spot;
    const words = fullText(paragraph).slice(0, SHOWN_WORDS);
    return {
      kind: 'template',
      file: this.name,
      part: PARTS[part ?? 'body'],
      heading: part === undefined ? this.headingAbove(paragraph) : undefined,
      paragraph: words === '' ? undefined : words,
      cell: paragraph.container.cell,
    };
  }

  private headingAbove({ index }: Paragraph): string | undefined {
    const { body, annexes } = this.recognised;
    const annex = annexes.findLast(({ label }) => label.paragraph.index < index);
    if (annex !== undefined) return fullText(annex.label.paragraph);
    const HEADINGS: readonly string[] = ['section', 'letter-section', 'article', 'part', 'chapter'];
    const above = body.findLast(
      ({ paragraph, role }) => paragraph.index < index && (paragraph.heading !== undefined || HEADINGS.includes(role)),
    );
    return above?.text.slice(0, SHOWN_WORDS);
  }
}

function componentsOf({ letterheads, kind, subject, body, signatures, recipients, annexes }: Recognised): Components {
  const texts = (pieces: readonly { readonly text: string }[]): string => pieces.map(({ text }) => text).join(' / ');
  const [letterhead] = letterheads;
  const all: Record<string, string> = {
    quoc_hieu: letterhead?.nation?.text ?? '',
    tieu_ngu: letterhead?.motto?.text ?? '',
    co_quan_chu_quan: texts(letterhead?.superior ?? []),
    co_quan_ban_hanh: texts(letterhead?.issuer ?? []),
    so_ky_hieu: letterhead?.number?.text ?? '',
    dia_danh_ngay: letterhead?.placeDate?.text ?? '',
    ten_loai: texts(kind),
    trich_yeu: texts([...subject, ...(letterhead?.letterSubject ?? [])]),
    doan_noi_dung: body.length === 0 ? '' : String(body.length),
    chuc_vu_nguoi_ky: texts(signatures.flatMap(({ titles }) => titles)),
    ho_ten_nguoi_ky: texts(signatures.flatMap(({ name }) => (name === undefined ? [] : [name]))),
    noi_nhan: recipients === undefined ? '' : texts(recipients.items),
    phu_luc: texts(annexes.map(({ label }) => label)),
  };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''));
}
