import { didYouMean, kind, say } from './kind.ts';

const WHY_BASIS =
  'Lý do được viết cho những con số, câu chữ lúc đó. can_cu là dấu của chúng: số hay chữ đổi thì dấu đổi, và cảnh báo hiện lại để người viết xem lý do còn đúng không.';

/** Problems of `giai_trinh`: warnings that someone answered for. */
export const JUSTIFICATION_PROBLEMS = {
  'giai-trinh-ma-la': kind<{ code: string; near: string | undefined }>({
    severity: 'loi',
    sample: { code: 'so-nhap-nhangg', near: 'so-nhap-nhang' },
    message: ({ code }) => say(`Không có cảnh báo nào mang mã "${code}"`, `No warning has the code "${code}"`),
    hint: ({ near }) =>
      didYouMean(
        near,
        say(
          'Chép mã đứng trong ngoặc vuông ở dòng đầu của cảnh báo; danh sách: docs/loi.md.',
          'Copy the code in square brackets from the first line of the warning; the list: docs/loi.md.',
        ),
      ),
    why: 'Giải trình nhận ra cảnh báo theo mã; mã gõ sai thì lý do không gắn với cảnh báo nào.',
    example: 'giai_trinh: [{ ma: tong-khong-khopp, ly_do: "…" }]',
  }),
  'giai-trinh-loi': kind<{ code: string }>({
    severity: 'loi',
    sample: { code: 'thieu-khe' },
    message: ({ code }) =>
      say(`"${code}" là lỗi, phải sửa chứ không giải trình được`, `"${code}" is an error: it must be mended`),
    hint: () =>
      say('Sửa lỗi trong dữ liệu, rồi xóa dòng giải trình này.', 'Mend the data, then remove this justification.'),
    why: 'Giải trình dành cho cảnh báo đúng với thực tế; lỗi thì báo cáo không lập được, lý do nào cũng không thay đổi điều đó.',
    example: 'giai_trinh: [{ ma: thieu-khe, ly_do: "…" }]',
  }),
  'giai-trinh-thua': kind<{ code: string; others: readonly string[] }>({
    severity: 'canh_bao',
    sample: { code: 'so-nhap-nhang', others: [] },
    message: ({ code }) =>
      say(`Giải trình cho "${code}" không ứng với cảnh báo nào`, `No warning answers to this reason for "${code}"`),
    hint: ({ others }) =>
      others.length === 0
        ? say(
            'Số liệu đã sửa thì xóa dòng này, kẻo về sau nó che một cảnh báo khác.',
            'If the data was mended, remove this line: it might hide another warning later.',
          )
        : say(`Mã này đang có ở: ${others.join('; ')}.`, `The code now stands at: ${others.join('; ')}.`),
    why: 'Cảnh báo không còn nữa, hoặc chi_tieu, khe ghi không đúng chỗ. Giải trình thừa để lại có thể che một cảnh báo mới.',
    example: 'số liệu đã sửa cho khớp mà dòng giải trình vẫn còn',
  }),
  'giai-trinh-khong-ro': kind<{ code: string; lines: readonly string[] }>({
    severity: 'canh_bao',
    sample: {
      code: 'so-nhap-nhang',
      lines: [
        '{ ma: so-nhap-nhang, chi_tieu: ty_le, can_cu: pasube, ly_do: "" }',
        '{ ma: so-nhap-nhang, chi_tieu: von, can_cu: jkdifb, ly_do: "" }',
      ],
    },
    message: ({ code, lines }) =>
      say(
        `Mã "${code}" có ở ${lines.length} chỗ; giải trình này chưa nói là chỗ nào`,
        `The code "${code}" stands at ${lines.length} places; the reason does not say which`,
      ),
    hint: ({ lines }) => say(`Ghi rõ: ${lines.join(' hoặc ')}`, `Say which: ${lines.join(' or ')}`),
    why: 'Mỗi lý do trả lời cho một chỗ; một lý do chung có thể che cả những chỗ sai thật.',
    example: 'giai_trinh: [{ ma: so-nhap-nhang, ly_do: "…" }] khi ba chỉ tiêu cùng có cảnh báo này',
  }),
  'giai-trinh-cu': kind<{ code: string; basis: readonly string[] }>({
    severity: 'goi_y',
    sample: { code: 'so-nhap-nhang', basis: ['tmhcjw'] },
    message: ({ code }) =>
      say(
        `Số liệu hoặc câu chữ đã đổi từ khi viết giải trình cho "${code}": cảnh báo hiện lại`,
        `Figures or words changed since the reason for "${code}" was given: the warning is back`,
      ),
    hint: ({ basis }) =>
      say(
        `Xem lại lý do; còn đúng thì ghi can_cu: ${basis.join(' hoặc ')}`,
        `Look at the reason again; if it still holds, write can_cu: ${basis.join(' or ')}`,
      ),
    why: WHY_BASIS,
    example: 'giải trình cho tổng 41, sau đó tổng sửa thành 43',
  }),
  'giai-trinh-thieu-can-cu': kind<{ code: string; basis: readonly string[] }>({
    severity: 'goi_y',
    sample: { code: 'so-nhap-nhang', basis: ['pasube'] },
    message: ({ code }) =>
      say(
        `Giải trình cho "${code}" chưa có can_cu: số liệu đổi thì cảnh báo vẫn bị bỏ qua`,
        `The reason for "${code}" has no can_cu: the warning stays silent even when the figures change`,
      ),
    hint: ({ basis }) =>
      say(`Thêm vào dòng này: can_cu: ${basis.join(' hoặc ')}`, `Add to this line: can_cu: ${basis.join(' or ')}`),
    why: WHY_BASIS,
    example: 'giai_trinh: [{ ma: so-nhap-nhang, chi_tieu: ty_le, ly_do: "…" }]',
  }),
} as const;
