import { kind, say } from './kind.ts';
import { systemCause } from './system-cause.ts';

/** Problems of writing what was made. */
export const OUTPUT_PROBLEMS = {
  'tep-dang-mo': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () =>
      say(
        'Tệp đang mở trong Word hoặc Excel nên chưa ghi được',
        'The file is open in Word or Excel and was not written',
      ),
    hint: () => say('Đóng tệp rồi chạy lại lệnh.', 'Close it and run the command again.'),
    why: 'Word khóa tệp đang mở; ghi đè lúc này có thể làm mất phần đang sửa.',
    example: 'out/2022-6T/ubnd-huong-khe.docx đang mở',
  }),
  'khong-ghi-duoc': kind<{ cause: string }>({
    severity: 'loi',
    sample: { cause: 'ENOSPC' },
    message: ({ cause }) => {
      const said = systemCause(cause);
      return say(
        `Không ghi được tệp: ${said.vi}; tệp cũ còn nguyên`,
        `The file could not be written: ${said.en}; the old one is untouched`,
      );
    },
    hint: () => say('Kiểm tra quyền ghi và dung lượng ổ đĩa.', 'Check the permission to write and the free space.'),
    why: 'Thư mục chỉ đọc, ổ đĩa đầy, hoặc tên đường dẫn quá dài.',
    example: 'thư mục out/ chỉ đọc',
  }),
  'dang-chay': kind<{ pid: number }>({
    severity: 'loi',
    sample: { pid: 4242 },
    message: ({ pid }) =>
      say(
        `Một lệnh gen khác đang ghi vào out/ (tiến trình ${pid})`,
        `Another gen is writing into out/ (process ${pid})`,
      ),
    hint: () => say('Chờ lệnh kia xong rồi chạy lại.', 'Wait until it is done and run again.'),
    why: 'Hai lệnh cùng ghi một lúc có thể để lại sổ ghi sai.',
    example: 'mở hai cửa sổ, cùng chạy gen',
  }),
  'ban-sua-tay': kind<{ kept: string; differences: readonly string[] }>({
    severity: 'canh_bao',
    sample: {
      kept: 'out/2022-6T/ubnd-huong-khe (sửa tay 2022-06-16 08.30.05).docx',
      differences: ['mục "Cải cách thể chế": bản sửa tay "05 văn bản", bản mới "04 văn bản"'],
    },
    message: ({ kept, differences }) =>
      say(
        `Tệp này đã được sửa tay; bản sửa được giữ ở ${kept}. ${differences.length === 0 ? 'Câu chữ như bản mới, chỉ khác về định dạng' : `Khác với bản mới: ${differences.join('; ')}`}`,
        `This file was changed by hand; that copy is kept as ${kept}. ${differences.length === 0 ? 'Its words are those of the new one, only its formatting differs' : `It differs from the new one: ${differences.join('; ')}`}`,
      ),
    hint: ({ differences }) =>
      differences.length === 0
        ? say(
            'Định dạng sửa trong mẫu (docs/huong-dan.md, chương 11), để mọi báo cáo cùng đổi.',
            'Change the formatting in the template (docs/huong-dan.md, chapter 11): then all reports have it.',
          )
        : say(
            'Chép các chỗ sửa tay vào dữ liệu YAML rồi chạy lại, để lần sau không mất.',
            'Carry the changes over into the YAML data and run again, so that they are not lost next time.',
          ),
    why: 'Chữ sửa trong Word không nằm trong dữ liệu; lần lập sau sẽ không có. Bản sửa tay không bao giờ bị ghi đè.',
    example: 'lãnh đạo sửa một câu trong out/2022-6T/ubnd-huong-khe.docx',
  }),
  'khac-du-lieu': kind<Record<never, never>>({
    severity: 'canh_bao',
    sample: {},
    message: () =>
      say(
        'Tệp này đã được sửa tay; dữ liệu không đổi nên được giữ nguyên',
        'This file was changed by hand; the data did not change, so it was left as it is',
      ),
    hint: () =>
      say(
        'Chép các chỗ sửa tay vào dữ liệu YAML; chạy npx gen --het để lập lại (bản sửa tay vẫn được giữ bên cạnh).',
        'Carry the changes over into the YAML data; npx gen --het makes it again (the changed copy is kept beside).',
      ),
    why: 'Bản trong out/ không còn giống dữ liệu: lần sau dữ liệu đổi, các chỗ sửa tay sẽ không có trong bản mới.',
    example: 'sửa một số trong Word mà không sửa trong YAML',
  }),
  'da-co-tep': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () => say('Tệp này đã có, không ghi đè', 'The file is there already and was not overwritten'),
    hint: () => say('Đặt tên khác, hoặc dời tệp cũ đi trước.', 'Choose another name, or move the old file away first.'),
    why: 'Mẫu đã có có thể đã được sửa trong Word; ghi đè là mất công sửa.',
    example: 'gen template new ubnd-huyen --de-cuong … khi templates/ubnd-huyen.docx đã có',
  }),
  'phat-hanh-co-loi': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () =>
      say(
        'Báo cáo này còn lỗi nên chưa phát hành được',
        'This report has errors (or warnings, with --strict) and was not issued',
      ),
    hint: () => say('Sửa các lỗi nêu ở trên rồi chạy lại lệnh.', 'Mend what is named above and run the command again.'),
    why: 'Bản phát hành phải khớp với dữ liệu; dữ liệu còn lỗi thì chưa có bản nào khớp với nó.',
    example: 'gen phat-hanh so-noi-vu 2021-Q1 khi tệp YAML còn lỗi',
  }),
  'phat-hanh-ban-sua-tay': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () =>
      say(
        'Tệp này đã được sửa tay trong Word nên chưa phát hành: bản phát hành sẽ không khớp với dữ liệu',
        'This file was changed by hand in Word and was not issued: it would not agree with the data',
      ),
    hint: () =>
      say(
        'Chép các chỗ sửa tay vào dữ liệu YAML, chạy gen (bản sửa tay được giữ bên cạnh), rồi phát hành.',
        'Carry the changes over into the YAML data, run gen (the changed copy is kept beside), then issue.',
      ),
    why: 'Số liệu tổng hợp được lấy từ dữ liệu; chữ chỉ có trong bản Word sẽ mất dấu khi đính chính.',
    example: 'lãnh đạo sửa một con số trong Word, rồi chạy gen phat-hanh',
  }),
  'phat-hanh-khong-doi': kind<{ issue: number }>({
    severity: 'loi',
    sample: { issue: 1 },
    message: ({ issue }) =>
      say(
        `Từ lần phát hành ${issue} đến nay nội dung không đổi; không có gì để phát hành`,
        `Nothing changed since issue ${issue}; there is nothing to issue`,
      ),
    hint: () =>
      say(
        'Muốn đính chính thì sửa dữ liệu YAML trước; npx gen diff --voi phat-hanh cho xem chỗ khác.',
        'To make a correction, change the YAML data first; npx gen diff --voi phat-hanh shows what differs.',
      ),
    why: 'Mỗi lần phát hành sau lần đầu là một bản đính chính; bản đính chính không có nội dung thì không gửi.',
    example: 'chạy gen phat-hanh hai lần liền',
  }),
  'phat-hanh-dang-doi': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () =>
      say(
        'Dữ liệu đổi trong lúc phát hành nên chưa phát hành',
        'The data changed meanwhile; the report was not issued',
      ),
    hint: () => say('Lưu xong mọi tệp rồi chạy lại lệnh.', 'Save every file, then run the command again.'),
    why: 'Bản phát hành được cất cùng dữ liệu làm ra nó; hai thứ phải khớp nhau.',
    example: 'lưu tệp YAML đúng lúc gen phat-hanh đang chạy',
  }),
  'dinh-chinh-thua': kind<{ issue: number }>({
    severity: 'canh_bao',
    sample: { issue: 1 },
    message: ({ issue }) =>
      say(
        `Dữ liệu đã trở lại như lần phát hành ${issue}; bản đính chính này không còn đúng`,
        `The data is again as it was in issue ${issue}; this correction no longer holds`,
      ),
    hint: () => say('Đừng gửi tệp này; xóa đi nếu không cần.', 'Do not send this file; delete it if it is not needed.'),
    why: 'Bản đính chính chưa phát hành được lập khi dữ liệu khác bản đã phát hành; nay không còn khác.',
    example: 'sửa một số, chạy gen, rồi sửa lại như cũ',
  }),
  'lich-su-hong': kind<{ issue: number }>({
    severity: 'loi',
    sample: { issue: 1 },
    message: ({ issue }) =>
      say(`Không đọc được bản phát hành lần ${issue}`, `Issue ${issue} in the history cannot be read`),
    hint: () =>
      say(
        'Lấy lại thư mục này từ bản sao lưu; đừng sửa, xóa tệp trong out/lich-su.',
        'Restore this folder from a backup; files under out/lich-su are not to be changed or deleted.',
      ),
    why: 'Lịch sử phát hành là căn cứ để lập đính chính; thiếu một tệp thì không so sánh được.',
    example: 'xóa nhầm out/lich-su/2022-6T/ubnd-huong-khe/01/van-ban.json',
  }),
  'chua-lap': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () =>
      say(
        'Báo cáo này chưa lập lần nào nên không có gì để so sánh',
        'This report was never made: there is nothing to compare with',
      ),
    hint: () => say('Chạy gen để lập báo cáo trước.', 'Run gen first.'),
    why: 'gen diff so dữ liệu đang có với tệp đã lập lần cuối.',
    example: 'gen diff so-noi-vu 2021-Q1 trước khi chạy gen',
  }),
  'khong-co-lan-phat-hanh': kind<{ issue: number | undefined; known: number }>({
    severity: 'loi',
    sample: { issue: 3, known: 2 },
    message: ({ issue, known }) => {
      if (known === 0) return say('Báo cáo này chưa phát hành lần nào', 'This report was never issued');
      return say(
        `Không có lần phát hành ${issue}; báo cáo này đã phát hành ${known} lần`,
        `There is no issue ${issue}; this report was issued ${known} times`,
      );
    },
    hint: ({ known }) =>
      known === 0
        ? say(
            'npx gen phat-hanh ĐƠN-VỊ KỲ ghi lại một lần phát hành.',
            'npx gen phat-hanh UNIT PERIOD records an issue.',
          )
        : say(`Chọn một số từ 1 đến ${known}.`, `Choose a number from 1 to ${known}.`),
    why: 'So sánh với lần phát hành cần lần phát hành đó có trong out/lich-su.',
    example: 'gen diff --voi 3 khi mới phát hành hai lần',
  }),
  'thieu-mau-dinh-chinh': kind<Record<never, never>>({
    severity: 'loi',
    sample: {},
    message: () => say('Không có mẫu của bảng đính chính', 'The template of the table of corrections is not there'),
    hint: () =>
      say(
        'Tạo mẫu: npx gen template new dinh-chinh --de-cuong templates/de-cuong/dinh-chinh.yaml',
        'Make it: npx gen template new dinh-chinh --de-cuong templates/de-cuong/dinh-chinh.yaml',
      ),
    why: 'Hình thức của bảng đính chính số liệu nằm trong mẫu templates/dinh-chinh.docx.',
    example: 'gen diff --docx khi đã xóa templates/dinh-chinh.docx',
  }),
} as const;
