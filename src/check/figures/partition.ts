/**
 * Families of words that part a whole into pieces without overlap. Labels that each carry another word of one family are
 * parts of one total; other rows under a total ("văn bản điện tử", "văn bản ký số") may count the same thing twice.
 * They are held against labels in lower case.
 */
const FAMILIES: readonly (readonly RegExp[])[] = [
  // Who: levels of government.
  [
    /trung ương|(?<!\p{L})tw(?!\p{L})/u,
    /(?:cấp|ubnd|hđnd|thuộc|của) tỉnh|ubnd, hđnd tỉnh/,
    /(?<!cơ |\p{L})sở(?!\p{L})|(?:ban|chi cục).*trực thuộc/u,
    /huyện/,
    /(?<!\p{L})xã(?!\p{L})/u,
    /địa phương/,
  ],
  // When, against the time that was set.
  [
    /trước hạn/,
    /đúng (?:thời )?h[ạẹ]n/,
    /(?:quá|trễ) h[ạẹ]n/,
    /chưa (?:hoàn thành|giải quyết|xử lý)/,
    /đang (?:giải quyết|xử lý|thực hiện)|trong hạn|chưa đến hạn/,
  ],
  // How far it has come.
  [/(?<!\p{L})(?:đã|được) \p{L}(?!.*(?:nhưng|đúng|trước|quá))/u, /(?<!\p{L})đang \p{L}/u, /(?<!\p{L})chưa \p{L}/u],
  [/kỳ trước/, /trong kỳ|mới/],
  [/(?<!\p{L})nam(?!\p{L})/u, /(?<!\p{L})nữ(?!\p{L})/u],
  [/trực tiếp/, /trực tuyến/, /bưu chính|bcci/],
  [/cán bộ/, /công chức/, /viên chức/],
  // What is worked on: procedures for citizens, the office's own business.
  [/(?<!\p{L})tthc(?!\p{L})|thủ tục hành chính/u, /giải quyết công việc/],
  [/mức độ 1|mức độ i(?!\p{L})/u, /mức độ 2/, /mức độ 3/, /mức độ 4/, /toàn trình/, /một phần/],
];
/** `từ 70% - dưới 100%`: ranges of one scale; `tự bảo đảm một phần`: degrees of autonomy (Nghị định 60/2021/NĐ-CP, điều 9). */
const SCALES: readonly RegExp[] = [/\d+\s*%/, /(?:bảo|đảm) đảm|tự chủ/];

/** Which words of a family a label carries; the last one settles it, as in "quá hạn nhưng chưa hoàn thành". */
const pieceOf = (family: readonly RegExp[], label: string): number => family.findLastIndex((word) => word.test(label));

/** Whether rows with these labels are pieces of one whole that do not overlap. */
export function partsDoNotOverlap(typed: readonly string[]): boolean {
  const labels = typed.map((label) => label.toLowerCase());
  if (new Set(labels).size < labels.length) return false;
  if (SCALES.some((scale) => labels.every((label) => scale.test(label)))) return true;
  return FAMILIES.some((family) => {
    const pieces = labels.map((label) => pieceOf(family, label));
    return pieces.every((piece) => piece >= 0) && new Set(pieces).size === pieces.length;
  });
}

/** Whether two labels carry different words of one family: what they count cannot overlap. */
export function areDifferentPieces(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  return FAMILIES.some((family) => {
    const [first, second] = [pieceOf(family, one), pieceOf(family, other)];
    return first >= 0 && second >= 0 && first !== second;
  });
}

/** What may be said of people who are counted by something else, too, and of things that were sorted already. */
const SAID_OF = /(?<!\p{L})(?:nam|nữ|dân tộc|đảng viên|tôn giáo|trẻ em|khuyết tật)(?!\p{L})|^(?:đã|được|có|là|bị) /iu;

/** Whether labels sort by several things at once, so that one may be counted twice: by sex and by people. */
export const areOfSeveralKinds = (labels: readonly string[]): boolean => labels.some((label) => SAID_OF.test(label));
