/**
 * Families of words that part a whole into pieces without overlap. Labels that each carry another word of one family are
 * parts of one total; other rows under a total ("văn bản điện tử", "văn bản ký số") may count the same thing twice.
 * They are held against labels in lower case.
 */
const FAMILIES: readonly (readonly RegExp[])[] = [
  // Who: levels of government.
  [
    /trung ương|(?<![a-zà-öø-ỹ])tw(?![a-zà-öø-ỹ])/,
    /(?:cấp|ubnd|hđnd|thuộc|của) tỉnh|ubnd, hđnd tỉnh/,
    /(?<!cơ |[a-zà-öø-ỹ])sở(?![a-zà-öø-ỹ])|(?:ban|chi cục).*trực thuộc/,
    /huyện/,
    /(?<![a-zà-öø-ỹ])xã(?![a-zà-öø-ỹ])/,
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
  [
    /(?<![a-zà-öø-ỹ])(?:đã|được) [a-zà-öø-ỹ](?!.*(?:nhưng|đúng|trước|quá))/,
    /(?<![a-zà-öø-ỹ])đang [a-zà-öø-ỹ]/,
    /(?<![a-zà-öø-ỹ])chưa [a-zà-öø-ỹ]/,
  ],
  [/kỳ trước/, /trong kỳ|mới/],
  [/(?<![a-zà-öø-ỹ])nam(?![a-zà-öø-ỹ])/, /(?<![a-zà-öø-ỹ])nữ(?![a-zà-öø-ỹ])/],
  [/trực tiếp/, /trực tuyến/, /bưu chính|bcci/],
  [/cán bộ/, /công chức/, /viên chức/],
  // What is worked on: procedures for citizens, the office's own business.
  [/(?<![a-zà-öø-ỹ])tthc(?![a-zà-öø-ỹ])|thủ tục hành chính/, /giải quyết công việc/],
  [/mức độ 1|mức độ i(?![a-zà-öø-ỹ])/, /mức độ 2/, /mức độ 3/, /mức độ 4/, /toàn trình/, /một phần/],
];
/** `từ 70% - dưới 100%`: ranges of one scale; `tự bảo đảm một phần`: degrees of autonomy (Nghị định 60/2021/NĐ-CP, điều 9). */
const SCALES: readonly RegExp[] = [/\d+\s*%/, /(?:bảo|đảm) đảm|tự chủ/];

/** Which words of a family a label carries; the last one settles it, as in "quá hạn nhưng chưa hoàn thành". */
const pieceOf = (family: readonly RegExp[], label: string): number => family.findLastIndex((word) => word.test(label));

/** Whether rows with these labels are pieces of one whole that do not overlap. */
export function partsDoNotOverlap(labels: readonly string[]): boolean {
  if (new Set(labels).size < labels.length) return false;
  if (SCALES.some((scale) => labels.every((label) => scale.test(label)))) return true;
  return FAMILIES.some((family) => arePieces(labels, family));
}

/** Whether each label carries another word of a family. */
function arePieces(labels: readonly string[], family: readonly RegExp[]): boolean {
  const taken = new Set<number>();
  return labels.every((label) => {
    const piece = pieceOf(family, label);
    if (piece < 0 || taken.has(piece)) return false;
    taken.add(piece);
    return true;
  });
}

/** Whether two labels carry different words of one family: what they count cannot overlap. */
export const areDifferentPieces = (a: string, b: string): boolean =>
  FAMILIES.some((family) => arePieces([a, b], family));

/** What may be said of people who are counted by something else, too, and of things that were sorted already. */
const SAID_OF =
  /(?<![a-zà-öø-ỹ])(?:nam|nữ|dân tộc|đảng viên|tôn giáo|trẻ em|khuyết tật)(?![a-zà-öø-ỹ])|^(?:đã|được|có|là|bị) /;

/** Whether labels sort by several things at once, so that one may be counted twice: by sex and by people. */
export const areOfSeveralKinds = (labels: readonly string[]): boolean => labels.some((label) => SAID_OF.test(label));
