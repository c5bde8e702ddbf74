/** Words by which the components of an administrative document are known. Without tone marks, as `bare` makes them. */

export const NATION = 'cong hoa xa hoi chu nghia viet nam';
export const MOTTO = 'doc lap tu do hanh phuc';

/** What other letterheads have in the place of the national name: their bodies' documents follow rules of their own. */
export const OTHER_LETTERHEADS: readonly string[] = ['dang cong san viet nam', 'doan tncs ho chi minh'];

/** Kinds of documents: Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I. */
export const KINDS: readonly string[] = [
  'nghi quyet',
  'quyet dinh',
  'chi thi',
  'quy che',
  'quy dinh',
  'thong cao',
  'thong bao',
  'huong dan',
  'chuong trinh',
  'ke hoach',
  'phuong an',
  'de an',
  'du an',
  'bao cao',
  'bien ban',
  'to trinh',
  'hop dong',
  'cong dien',
  'ban ghi nho',
  'ban thoa thuan',
  'giay uy quyen',
  'giay moi',
  'giay gioi thieu',
  'giay nghi phep',
  'phieu gui',
  'phieu chuyen',
  'phieu bao',
];

/** Abbreviation of a kind → the kind, as it stands in "Số: 05/BC-SNV". */
export const KIND_SIGNS: ReadonlyMap<string, string> = new Map([
  ['NQ', 'nghi quyet'],
  ['QĐ', 'quyet dinh'],
  ['CT', 'chi thi'],
  ['QC', 'quy che'],
  ['TB', 'thong bao'],
  ['HD', 'huong dan'],
  ['CTr', 'chuong trinh'],
  ['KH', 'ke hoach'],
  ['PA', 'phuong an'],
  ['ĐA', 'de an'],
  ['DA', 'du an'],
  ['BC', 'bao cao'],
  ['BB', 'bien ban'],
  ['TTr', 'to trinh'],
  ['HĐ', 'hop dong'],
  ['CĐ', 'cong dien'],
  ['GM', 'giay moi'],
]);

/** Stamps and notes that stand about a letterhead and are no part of its names. */
export const STAMPS =
  /^(?:du thao|mat|toi mat|tuyet mat|khan|thuong khan|hoa toc|luu hanh noi bo|xem xong tra lai|ban chinh|ban sao|cong van den|sao y|sao luc|trich sao)\b/;

/** First words of an agency's own name, under the name of the body above it. */
export const AGENCIES =
  /^(?:so|van phong|phong|ban|chi cuc|cuc|tong cuc|vu|vien|trung tam|truong|thanh tra|benh vien|quy|tram|cong ty|doan|doi|to|hoi|lien minh|lien hiep|kho bac|bao hiem|toa an|cong an|bo chi huy|dai|thu vien|bao tang|hoi dong|ubnd|uy ban nhan dan|hdnd|nha|khoa|hat|thi doi|tap doan|tong cong ty|ngan hang|bo|uy ban|hoc vien|nha xuat ban|tap chi|bao|mat tran)\b/;

/** Words that go on a name of the line above: "HUYỆN HƯƠNG KHÊ" under "ỦY BAN NHÂN DÂN". */
export const CONTINUES =
  /^(?:tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|thi tran|dac khu|va|cua|nhan dan|khu vuc|cap|tren|trung uong)\b/;

/** Authority of who signs: Phụ lục I, II.7b. */
export const AUTHORITY = /^(?:TM|KT|TL|TUQ|Q|T\.?M|K\.?T|T\.?L|T\.?U\.?Q)\s*\.\s*\p{L}/iu;
/** The same, written in other ways: `KT GIÁM ĐỐC`, `K.T GIÁM ĐỐC`, `T/M ỦY BAN NHÂN DÂN`. */
export const DOTLESS_AUTHORITY = /^(?:TM|KT|TL|TUQ|T[./]M|K[./]T|T[./]L|T\.U\.Q)\s+\p{Lu}[\p{Lu}\s]+$/u;

/** Titles of those who sign. */
export const TITLES =
  /^(?:chu tich|pho chu tich|giam doc|pho giam doc|tong giam doc|pho tong giam doc|chanh|pho chanh|truong|pho truong|pho|bo truong|thu truong|cuc truong|vu truong|vien truong|hieu truong|thu tuong|thu ky|chu toa|chu tri|tong cuc truong|chi cuc truong|chu nhiem|uy vien|quyen|nguoi dung dau|dai dien|nguoi ghi|nguoi lap|ke toan|tong|doi truong|tram truong|bi thu|quyen han|chuc vu|thanh tra vien|bo chi huy|chi huy truong)\b/;

/** Degrees and honours that do not stand before a name: II.7c. */
export const DEGREES =
  /^(?:(?:pgs|gs|ts|ths|tskh|bs|bsckii|bscki|ks|cn|ds|ths|nguut|ngnd|ttut|ttnd|nsut|nsnd|cki|ckii|luat su|tien si|thac si|ky su|bac si|cu nhan|giao su|pho giao su|nha giao)[.\s,/]+)+/i;

/** Ranks of the armed forces: their bodies may set them before a name. */
export const RANKS = /^(?:thieu|trung|thuong|dai)\s+(?:uy|ta|tuong)\b/;
