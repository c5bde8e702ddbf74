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
  'dang-chay': kind<{ pid: number }>({
    severity: 'loi',
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
    message: ({ kept, differences }) =>
      say(
        `Tệp này đã được sửa tay trong Word; bản sửa được giữ ở ${kept}. Khác với bản mới: ${differences.join('; ')}`,
        `This file was changed by hand in Word; that copy is kept as ${kept}. It differs from the new one: ${differences.join('; ')}`,
      ),
    hint: () =>
      say(
        'Chép các chỗ sửa tay vào dữ liệu YAML rồi chạy lại, để lần sau không mất.',
        'Carry the changes over into the YAML data and run again, so that they are not lost next time.',
      ),
    why: 'Chữ sửa trong Word không nằm trong dữ liệu; lần lập sau sẽ không có. Bản sửa tay không bao giờ bị ghi đè.',
    example: 'lãnh đạo sửa một câu trong out/2022-6T/ubnd-huong-khe.docx',
  }),
  'khac-du-lieu': kind<Record<never, never>>({
    severity: 'canh_bao',
    message: () =>
      say(
        'Tệp này đã được sửa tay trong Word; dữ liệu không đổi nên được giữ nguyên',
        'This file was changed by hand in Word; the data did not change, so it was left as it is',
      ),
    hint: () =>
      say(
        'Chép các chỗ sửa tay vào dữ liệu YAML; chạy gen --het để lập lại (bản sửa tay vẫn được giữ bên cạnh).',
        'Carry the changes over into the YAML data; gen --het makes it again (the changed copy is kept beside).',
      ),
    why: 'Bản trong out/ không còn giống dữ liệu: lần sau dữ liệu đổi, các chỗ sửa tay sẽ không có trong bản mới.',
    example: 'sửa một số trong Word mà không sửa trong YAML',
  }),
  'da-co-tep': kind<Record<never, never>>({
    severity: 'loi',
    message: () => say('Tệp này đã có, không ghi đè', 'The file is there already and was not overwritten'),
    hint: () => say('Đặt tên khác, hoặc dời tệp cũ đi trước.', 'Choose another name, or move the old file away first.'),
    why: 'Mẫu đã có có thể đã được sửa trong Word; ghi đè là mất công sửa.',
    example: 'gen template new ubnd-huyen --de-cuong … khi templates/ubnd-huyen.docx đã có',
  }),
} as const;
