/**
 * Families of words that part a whole into pieces without overlap. Labels that each carry another word of one family are
 * parts of one total; other rows under a total ("văn bản điện tử", "văn bản ký số") may count the same thing twice.
 */
const FAMILIES: readonly (readonly RegExp[])[] = [
  // Who: levels of government.
  [
    /trung ương|(?<!\p{L})tw(?!\p{L})/iu,
    /(?:cấp|ubnd|hđnd|thuộc|của) tỉnh|ubnd, hđnd tỉnh/iu,
    /(?<!cơ |\p{L})sở(?!\p{L})|(?:ban|chi cục).*trực thuộc/iu,
    /huyện/iu,
    /(?<!\p{L})xã(?!\p{L})/iu,
    /địa phương/iu,
  ],
  // When, against the time that was set.
  [
    /trước hạn/iu,
    /đúng (?:thời )?h[ạẹ]n/iu,
    /(?:quá|trễ) h[ạẹ]n/iu,
    /chưa (?:hoàn thành|giải quyết|xử lý)/iu,
    /đang (?:giải quyết|xử lý|thực hiện)|trong hạn|chưa đến hạn/iu,
  ],
  // How far it has come.
  [/(?<!\p{L})(?:đã|được) \p{L}(?!.*(?:nhưng|đúng|trước|quá))/iu, /(?<!\p{L})đang \p{L}/iu, /(?<!\p{L})chưa \p{L}/iu],
  [/kỳ trước/iu, /trong kỳ|mới/iu],
  [/(?<!\p{L})nam(?!\p{L})/iu, /(?<!\p{L})nữ(?!\p{L})/iu],
  [/trực tiếp/iu, /trực tuyến/iu, /bưu chính|bcci/iu],
  [/cán bộ/iu, /công chức/iu, /viên chức/iu],
  // What is worked on: procedures for citizens, the office's own business.
  [/(?<!\p{L})tthc(?!\p{L})|thủ tục hành chính/iu, /giải quyết công việc/iu],
  [/mức độ 1|mức độ i(?!\p{L})/iu, /mức độ 2/iu, /mức độ 3/iu, /mức độ 4/iu, /toàn trình/iu, /một phần/iu],
];
/** `từ 70% - dưới 100%`: ranges of one scale; `tự bảo đảm một phần`: degrees of autonomy (Nghị định 60/2021/NĐ-CP, điều 9). */
const SCALES: readonly RegExp[] = [/\d+\s*%/u, /(?:bảo|đảm) đảm|tự chủ/iu];

/** Which words of a family a label carries; the last one settles it, as in "quá hạn nhưng chưa hoàn thành". */
const pieceOf = (family: readonly RegExp[], label: string): number => family.findLastIndex((word) => word.test(label));

/** Whether rows with these labels are pieces of one whole that do not overlap. */
export function partsDoNotOverlap(labels: readonly string[]): boolean {
  if (new Set(labels).size < labels.length) return false;
  if (SCALES.some((scale) => labels.every((label) => scale.test(label)))) return true;
  return FAMILIES.some((family) => {
    const pieces = labels.map((label) => pieceOf(family, label));
    return pieces.every((piece) => piece >= 0) && new Set(pieces).size === pieces.length;
  });
}

/** Whether two labels carry different words of one family: what they count cannot overlap. */
export const areDifferentPieces = (a: string, b: string): boolean =>
  FAMILIES.some((family) => {
    const [first, second] = [pieceOf(family, a), pieceOf(family, b)];
    return first >= 0 && second >= 0 && first !== second;
  });

/** What may be said of people who are counted by something else, too, and of things that were sorted already. */
const SAID_OF = /(?<!\p{L})(?:nam|nữ|dân tộc|đảng viên|tôn giáo|trẻ em|khuyết tật)(?!\p{L})|^(?:đã|được|có|là|bị) /iu;

/** Whether labels sort by several things at once, so that one may be counted twice: by sex and by people. */
export const areOfSeveralKinds = (labels: readonly string[]): boolean => labels.some((label) => SAID_OF.test(label));
