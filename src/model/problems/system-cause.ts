import type { Wording } from '../problem.ts';

/** What the operating system answers, by its code (errno), and ENOTFILE of our own. */
const CAUSES: Readonly<Record<string, Wording>> = {
  ENOENT: { vi: 'không có tệp hay thư mục này', en: 'there is no such file or folder' },
  EISDIR: { vi: 'đây là thư mục, không phải tệp', en: 'this is a folder, not a file' },
  ENOTFILE: { vi: 'đây là thiết bị hay đường ống, không phải tệp', en: 'this is a device or a pipe, not a file' },
  ENOTDIR: {
    vi: 'một tên trong đường dẫn là tệp, không phải thư mục',
    en: 'a name in the path is a file, not a folder',
  },
  EACCES: { vi: 'không có quyền', en: 'permission denied' },
  EPERM: { vi: 'không có quyền, hoặc tệp đang được dùng', en: 'permission denied, or the file is in use' },
  EBUSY: { vi: 'tệp đang được chương trình khác dùng', en: 'another program uses the file' },
  ENOSPC: { vi: 'ổ đĩa đầy', en: 'the disk is full' },
  EDQUOT: { vi: 'hết dung lượng được cấp', en: 'the quota is used up' },
  EROFS: { vi: 'ổ đĩa chỉ đọc', en: 'the disk is read-only' },
  ENAMETOOLONG: { vi: 'đường dẫn quá dài', en: 'the path is too long' },
  ELOOP: { vi: 'liên kết vòng', en: 'links that lead round in a circle' },
  EMFILE: { vi: 'quá nhiều tệp đang mở', en: 'too many files are open' },
};

/** In the users' words, with the code for those who help them. */
export function systemCause(code: string): Wording {
  const said = CAUSES[code];
  return said === undefined ? { vi: code, en: code } : { vi: `${said.vi} (${code})`, en: `${said.en} (${code})` };
}
