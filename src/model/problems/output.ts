import { kind, say } from './kind.ts';

/** Problems of writing what was made. */
export const OUTPUT_PROBLEMS = {
  'tep-dang-mo': kind<Record<never, never>>({
    severity: 'loi',
    message: () => say('Tệp đang mở trong Word nên chưa ghi được', 'The file is open in Word and was not written'),
    hint: () => say('Đóng tệp trong Word rồi chạy lại lệnh.', 'Close it in Word and run the command again.'),
    why: 'Word khóa tệp đang mở; ghi đè lúc này có thể làm mất phần đang sửa.',
    example: 'out/2022-6T/ubnd-huong-khe.docx đang mở',
  }),
  'khong-ghi-duoc': kind<{ cause: string }>({
    severity: 'loi',
    message: ({ cause }) =>
      say(
        `Không ghi được tệp (${cause}); tệp cũ còn nguyên`,
        `The file could not be written (${cause}); the old one is untouched`,
      ),
    hint: () => say('Kiểm tra quyền ghi và dung lượng ổ đĩa.', 'Check the permission to write and the free space.'),
    why: 'Thư mục chỉ đọc, ổ đĩa đầy, hoặc tên đường dẫn quá dài.',
    example: 'thư mục out/ chỉ đọc',
  }),
  'da-co-tep': kind<Record<never, never>>({
    severity: 'loi',
    message: () => say('Tệp này đã có, không ghi đè', 'The file is there already and was not overwritten'),
    hint: () => say('Đặt tên khác, hoặc dời tệp cũ đi trước.', 'Choose another name, or move the old file away first.'),
    why: 'Mẫu đã có có thể đã được sửa trong Word; ghi đè là mất công sửa.',
    example: 'gen template new ubnd-huyen --de-cuong … khi templates/ubnd-huyen.docx đã có',
  }),
} as const;
