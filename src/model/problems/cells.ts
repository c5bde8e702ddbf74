import { kind, say } from './kind.ts';

/** Problems of single cells and rows of an appendix: what is empty, and what stands where it does not belong. */
export const CELL_PROBLEMS = {
  'ty-le-giong-so-dem': kind<{ label: string; typed: string }>({
    severity: 'canh_bao',
    sample: { label: '7.4 "Tỷ lệ đơn vị được cấp chứng thư số"', typed: '01' },
    message: ({ label, typed }) =>
      say(
        `${label} là tỷ lệ nhưng "${typed}" viết như số đếm`,
        `${label} is a rate, but "${typed}" is written as a count`,
      ),
    hint: () =>
      say(
        'Ghi phần trăm: tất cả đều có là 100%; số đếm thì để ở ghi_chu.',
        'Give the percentage: 100% where all have it; the count goes into ghi_chu.',
      ),
    why: 'Chỉ số đếm mới có số 0 đứng trước; "01" ở dòng tỷ lệ sẽ bị tổng hợp thành 1%.',
    example: 'tỷ lệ cơ quan được cấp chứng thư số: 01',
    source: 'Đơn vị tính của biểu mẫu',
  }),
  'phan-so-o-o-dem': kind<{ label: string; typed: string }>({
    severity: 'goi_y',
    sample: { label: '5.1.1 "Số cơ quan được phê duyệt"', typed: '02/02' },
    message: ({ label, typed }) =>
      say(`${label} là số đếm nhưng ghi phân số ${typed}`, `${label} is a count, but ${typed} is a fraction`),
    hint: () => say('Ghi số đếm; tổng số đưa vào ghi_chu.', 'Give the count; put the total into ghi_chu.'),
    why: 'Cơ quan tổng hợp cộng cột số liệu; phân số không cộng được.',
    example: 'số cơ quan đã phê duyệt vị trí việc làm: 02/02',
    source: 'Đơn vị tính của biểu mẫu',
  }),
  'nhom-co-so-lieu': kind<{ label: string; typed: string }>({
    severity: 'canh_bao',
    sample: { label: '3.5 "Thực hiện cơ chế một cửa"', typed: '99' },
    message: ({ label, typed }) =>
      say(`${label} là đề mục nhưng có số liệu "${typed}"`, `${label} is a heading, but it carries "${typed}"`),
    hint: () =>
      say(
        'Chuyển số này xuống đúng dòng con rồi bỏ dòng của đề mục; không có dòng con nào hợp thì ghi ở phần lời.',
        'Move the figure to the row below that it belongs to, and take it from the heading; if none fits, say it in the narrative.',
      ),
    why: 'Dòng đề mục không có đơn vị tính; số ghi ở đó không ai biết là số gì và không được tổng hợp.',
    example: 'mot_cua_lien_thong: 99',
    source: 'Biểu mẫu: dòng đề mục không có đơn vị tính',
  }),
  'nhom-trai-dong-con': kind<{ label: string; typed: string; child: string; childTyped: string }>({
    severity: 'canh_bao',
    sample: { label: '4.3 "Số người làm việc"', typed: '0', child: '4.3.1 "Số được giao"', childTyped: '15' },
    message: ({ label, typed, child, childTyped }) =>
      say(
        `${label} ghi "${typed}", nhưng dòng con ${child} là ${childTyped}`,
        `${label} says "${typed}", but ${child} below it is ${childTyped}`,
      ),
    hint: () =>
      say(
        'Bỏ dòng của đề mục; nếu đúng là không có thì sửa dòng con.',
        'Take the row of the heading out; if there is none indeed, mend the row below.',
      ),
    why: 'Đề mục nói là không có mà dòng con lại có.',
    example: 'nguoi_lam_viec_huong_luong_nsnn: 0, nguoi_lam_viec_duoc_giao: 15',
    source: 'Số học; biểu mẫu: dòng đề mục không có số liệu',
  }),
  'ma-cua-khong': kind<{ label: string; typed: string; other: string }>({
    severity: 'goi_y',
    sample: { label: '1.4.2 "Hình thức khảo sát"', typed: '0 (Trực tuyến)', other: '1.4.1 "Số lượng phiếu khảo sát"' },
    message: ({ label, typed, other }) =>
      say(
        `${label} ghi ${typed}, nhưng ${other} là 0: không có thì không có hình thức`,
        `${label} says ${typed}, but ${other} is 0: what was not done has no form`,
      ),
    hint: ({ typed }) =>
      say(
        `Không thực hiện thì bỏ dòng này; "${typed}" là một hình thức đã thực hiện.`,
        'Take the row out if nothing was done.',
      ),
    why: 'Số 0 gõ để nói "không có" lại mang nghĩa của mã 0 trong bảng mã.',
    example: 'phieu_khao_sat: 0, hinh_thuc_khao_sat: 0 (= Trực tuyến)',
    source: 'Bảng mã của biểu mẫu',
  }),
  'nhom-co-noi-dung': kind<{ rows: readonly { readonly label: string; readonly typed: string }[] }>({
    severity: 'goi_y',
    sample: {
      rows: [
        { label: '5.2 "Tuyển dụng viên chức"', typed: 'Không' },
        { label: '1.2 "Kiểm tra CCHC"', typed: 'Chưa kiểm tra' },
      ],
    },
    message: ({ rows }) => {
      const list = rows.map(({ label, typed }) => `${label} ("${typed}")`).join('; ');
      return say(`Đề mục mà vẫn ghi vào ô số liệu: ${list}`, `Headings with something in their cell: ${list}`);
    },
    hint: () =>
      say(
        'Bỏ ở đề mục; ghi 0 hoặc "Không có" vào từng dòng con, lời giải thích để ở ghi_chu.',
        'Take it out; write 0 or "Không có" in each row below, and what explains it in ghi_chu.',
      ),
    why: 'Đề mục không mang số liệu. "Không" hay 0 ở đó thay cho các dòng con mà các dòng con lại trống, hoặc nói hai lần cùng một điều; khi tổng hợp đều bị bỏ qua.',
    example: 'tuyen_dung: Không',
    source: 'Biểu mẫu: dòng đề mục không có đơn vị tính',
  }),
  'khong-phan-tram': kind<{ rows: readonly string[] }>({
    severity: 'goi_y',
    sample: { rows: ['3.4.3 "Tỷ lệ hồ sơ do UBND cấp xã tiếp nhận được giải quyết đúng hạn"'] },
    message: ({ rows }) =>
      say(
        `Ghi 0% ở dòng có thể không phát sinh hoặc không thuộc đơn vị: ${rows.join('; ')}`,
        `0% where there may be nothing to count, or where others report: ${rows.join('; ')}`,
      ),
    hint: () =>
      say(
        '0% nghĩa là có phát sinh mà không trường hợp nào đạt. Không phát sinh thì ghi "Không phát sinh"; dòng của cơ quan khác thì bỏ.',
        '0% says that there were some and none of them did. Where there were none write "Không phát sinh"; leave out what others report.',
      ),
    why: '0% hồ sơ đúng hạn đọc là tất cả đều trễ; tổng hợp chung sẽ kéo tỷ lệ của cả tỉnh xuống.',
    example: 'một sở ghi ty_le_ho_so_cap_xa_dung_han: 0',
    source: 'Số học: tỷ lệ chỉ có khi có cái để tính',
  }),
  'hai-dong-cung-so': kind<{ first: string; second: string; typed: string }>({
    severity: 'goi_y',
    sample: {
      first: '7.5.5.1 "Số hồ sơ thủ tục hành chính phát sinh"',
      second: '7.5.5.2 "Số hồ sơ giải quyết công việc phát sinh"',
      typed: '1.603',
    },
    message: ({ first, second, typed }) =>
      say(`${first} và ${second} cùng là ${typed}`, `${first} and ${second} are both ${typed}`),
    hint: () =>
      say(
        'Hai dòng đếm hai thứ khác nhau; xem có chép nhầm số của dòng này sang dòng kia không.',
        'The two rows count different things; see whether one was copied from the other.',
      ),
    why: 'Hai thứ không liên quan mà bằng nhau đến từng đơn vị thì thường là chép nhầm dòng.',
    example: 'hồ sơ TTHC 1.603, hồ sơ giải quyết công việc 1.603',
    source: 'Đối chiếu các dòng trong cùng nhóm',
  }),
  'don-vi-lap': kind<{ rows: readonly { readonly label: string; readonly shown: string }[] }>({
    severity: 'goi_y',
    sample: { rows: [{ label: '6.2 "Số đơn vị tự chủ 100% chi thường xuyên"', shown: '01 đơn vị' }] },
    message: ({ rows }) => {
      const list = rows.map(({ label, shown }) => `${label} ("${shown}")`).join('; ');
      return say(`Ô số liệu ghi cả đơn vị tính: ${list}`, `The unit of measure stands in the cell, too: ${list}`);
    },
    hint: () =>
      say(
        'Chỉ ghi số: biểu đã có cột đơn vị tính. Bỏ hien_thi ở các dòng này.',
        'Give the figure alone: the form has a column for the unit. Take hien_thi out of these rows.',
      ),
    why: 'Biểu có cột đơn vị tính riêng; ghi lại trong ô số liệu thì mỗi dòng một kiểu và không cộng được.',
    example: 'dvsn_tu_chu_mot_phan: { gia_tri: 01, hien_thi: 01 đơn vị }',
    source: 'Cột đơn vị tính của biểu mẫu',
  }),
  'so-lieu-trong-ghi-chu': kind<{ label: string; id: string; note: string }>({
    severity: 'canh_bao',
    sample: {
      label: '7.1.4 "Tỷ lệ cơ quan được cấp chứng thư số"',
      id: 'ty_le_cap_chung_thu_so',
      note: 'Sở được cấp 04 chữ ký số',
    },
    message: ({ label, note }) =>
      say(
        `${label} để trống, mà ghi chú lại có số: "${note}"`,
        `${label} is empty, but its note has a figure: "${note}"`,
      ),
    hint: ({ id }) =>
      say(
        `Ghi số liệu của dòng: ${id}: { gia_tri: …, ghi_chu: … }.`,
        `Give the row its value: ${id}: { gia_tri: …, ghi_chu: … }.`,
      ),
    why: 'Số liệu nằm trong ghi chú thì cơ quan tổng hợp không cộng được, và người đọc thấy ô trống.',
    example: 'ty_le_cap_chung_thu_so: { ghi_chu: Sở được cấp 04 chữ ký số }',
    source: 'Biểu mẫu: số liệu ở cột số liệu, giải thích ở cột ghi chú',
  }),
  'ghi-chu-khac-dong': kind<{ label: string; words: string; other: string; typed: string }>({
    severity: 'canh_bao',
    sample: {
      label: '4.6.3 "Tỷ lệ % đã tinh giản so với năm 2015"',
      words: 'năm 2021 giao 60 biên chế',
      other: '4.6 "Tổng số người làm việc được giao"',
      typed: '88',
    },
    message: ({ label, words, other, typed }) =>
      say(
        `Ghi chú của ${label} viết "${words}", mà ${other} ghi ${typed}`,
        `The note of ${label} says "${words}", but ${other} is ${typed}`,
      ),
    hint: () => say('Xem lại hai số; sửa số sai.', 'Look at both figures and mend the wrong one.'),
    why: 'Cùng một số mà ghi chú và dòng bên cạnh viết hai khác thì một trong hai là sai.',
    example: 'được giao 88 người; ghi chú dòng dưới: năm nay giao 60 biên chế',
    source: 'Đối chiếu các dòng trong cùng nhóm',
  }),
  'thieu-so-lieu-phai-ghi': kind<{ label: string; id: string; reportedBy: string }>({
    severity: 'canh_bao',
    sample: {
      label: '1.2.1 "Số UBND cấp xã đã kiểm tra"',
      id: 'xa_da_kiem_tra',
      reportedBy: 'Cấp huyện báo cáo',
    },
    message: ({ label, reportedBy }) =>
      say(`${label} để trống, mà biểu ghi "${reportedBy}"`, `${label} is empty, though the form says "${reportedBy}"`),
    hint: ({ id }) =>
      say(`Thêm vào so_lieu: ${id}; không có thì ghi 0.`, `Add ${id} to so_lieu; if there is none, type 0.`),
    why: 'Biểu mẫu giao dòng này cho loại cơ quan của đơn vị.',
    example: 'UBND huyện để trống dòng "Cấp huyện báo cáo"',
    source: 'Cột cơ quan báo cáo hoặc ghi chú của biểu mẫu',
  }),
  'khong-thuoc-don-vi': kind<{ label: string; typed: string; reportedBy: string }>({
    severity: 'goi_y',
    sample: { label: '1.2.1 "Số UBND cấp xã đã kiểm tra"', typed: '11', reportedBy: 'Cấp huyện báo cáo' },
    message: ({ label, typed, reportedBy }) =>
      say(
        `${label} ghi ${typed}, mà biểu ghi "${reportedBy}"`,
        `${label} says ${typed}, though the form says "${reportedBy}"`,
      ),
    hint: () =>
      say(
        'Ghi nhầm dòng thì chuyển số sang dòng của đơn vị; không thì bỏ dòng này.',
        'If it went into the wrong row, move it; else take it out.',
      ),
    why: 'Dòng này do loại cơ quan khác báo cáo; ghi vào sẽ bị cộng hai lần khi tổng hợp.',
    example: 'một sở ghi số UBND cấp xã đã kiểm tra',
    source: 'Cột cơ quan báo cáo hoặc ghi chú của biểu mẫu',
  }),
  'dong-de-trong': kind<{ heading: string; rows: readonly string[]; ids: readonly string[] }>({
    severity: 'goi_y',
    sample: {
      heading: '6 "Cải cách tài chính công"',
      rows: ['6.3 "Số đơn vị tự chủ một phần"'],
      ids: ['dvsn_tu_chu_mot_phan'],
    },
    message: ({ heading, rows }) =>
      say(`${heading}: còn để trống ${rows.join('; ')}`, `${heading}: still empty ${rows.join('; ')}`),
    hint: ({ ids }) =>
      say(
        `Thêm cạnh dòng này: ${ids.join(', ')}. Không có thì ghi 0 hoặc "Không có", để khỏi hiểu là quên.`,
        `Add beside this row: ${ids.join(', ')}. Where there is none type 0 or "Không có", so that it is not taken for forgotten.`,
      ),
    why: 'Các dòng bên cạnh đã ghi; dòng trống không cho biết là không có hay chưa nhập.',
    example: 'sáu dòng tự chủ tài chính, hai dòng bỏ trống',
    source: 'Biểu mẫu: mỗi dòng có số liệu, không có thì ghi 0',
  }),
  'muc-de-trong': kind<{ heading: string; count: number }>({
    severity: 'goi_y',
    sample: { heading: '2 "Cải cách thể chế"', count: 5 },
    message: ({ heading, count }) =>
      say(`${heading}: cả ${count} dòng đều để trống`, `${heading}: all ${count} rows are empty`),
    hint: () =>
      say(
        'Ghi số liệu của mục; dòng nào không có thì ghi 0 hoặc "Không có".',
        'Fill the section in; type 0 or "Không có" where there is none.',
      ),
    why: 'Cả một mục bỏ trống trong khi các mục khác đã ghi thường là quên nhập.',
    example: 'mục Cải cách thể chế không có dòng nào có số',
    source: 'Biểu mẫu: mỗi dòng có số liệu, không có thì ghi 0',
  }),
  'bieu-con-trong': kind<{ headings: readonly string[]; of: number }>({
    severity: 'goi_y',
    sample: { headings: ['1 "Chỉ đạo, điều hành"', '2 "Cải cách thể chế"', '4 "Tổ chức bộ máy"'], of: 4 },
    message: ({ headings, of }) =>
      say(
        `Phụ lục còn trống ${headings.length} trong ${of} mục: ${headings.join('; ')}`,
        `${headings.length} of ${of} sections of the appendix are empty: ${headings.join('; ')}`,
      ),
    hint: () =>
      say(
        'Chưa nhập thì nhập tiếp. Mục không thuộc đơn vị thì dùng danh mục riêng chỉ có các mục của đơn vị, để không in cả biểu trống.',
        'Fill it in. For sections that are not the unit’s, use a catalogue of its own, so that no empty form is printed.',
      ),
    why: 'Phụ lục in đủ các dòng của biểu; phần lớn để trống thì người nhận không biết là không có hay chưa làm.',
    example: 'bảy mục, chỉ mục Cải cách thủ tục hành chính có số',
    source: 'Biểu mẫu: mỗi dòng có số liệu, không có thì ghi 0',
  }),
} as const;
